"""What each plain page is for, said while it is still empty."""

from secondop_desktop.lang import N_

LEADS = {
    "case": N_(
        "Write down what you want a second opinion about, in one sentence. Everything else can "
        "wait."
    ),
    "appointment": N_("Keep past and future appointments here: when, where, who with, and why."),
    "question": N_("Write down what you want to ask. You choose the order, and what to take."),
    "opinion": N_("Write down what each doctor said, and see it side by side."),
    "option": N_(
        "List what could be done. Waiting, or doing nothing for now, is always one of them."
    ),
    "decision": N_("Keep what you decide here, why, and what would change your mind."),
    "told": N_("Note which doctors you told, when, and what they answered."),
    "letter": N_("Draft letters here: to ask for an opinion, for records, or to say thank you."),
    "task": N_("Keep what needs doing, by when, and who does it."),
    "cost": N_("Keep quotes and bills here, what was paid, and who paid it."),
    "diagnosis": N_("Keep what you were told you have, who told you, and how sure they were."),
    "symptom": N_("Note what you feel and when, in your own words."),
    "medicine": N_("List what you take, as it is written on the box or the prescription."),
    "allergy": N_("List what you react to, and how."),
    "treatment": N_(
        "Keep operations, courses of medicine and other treatments here, and how they turned out."
    ),
    "vaccination": N_("Keep vaccinations here as they are on the card, even without a date."),
    "relative": N_("Note illnesses in the family: who had what, and at what age."),
    "record": N_(
        "Keep letters, scans and photos here, and what you have asked for and still wait for."
    ),
    "result": N_("Keep test results here exactly as they are printed on the report."),
    "person": N_("The person this journal is about. A carer may keep several people here."),
    "provider": N_("Keep the doctors, surgeries and hospitals here, with how to reach them."),
}
