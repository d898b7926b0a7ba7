"""What a carer reads: the words about the person, by their name instead of "you" and "I".

Texts about using the program stay as they are, for the carer is the one who uses it. A text
that is reworded elsewhere must be reworded here: a test holds each key against the sources.
"""

from collections.abc import Mapping

from secondop_desktop.lang.marks import N_

WHO = "{who}"
"""Stands for the person's name; filled in at once, so that other places keep their own."""

_QUESTION: Mapping[str, str] = {
    "My question": N_("{who}'s question"),
    "What is your question?": N_("What is {who}'s question?"),
    "What you want to know": N_("What {who} wants to know"),
    "Your question": N_("{who}'s question"),
    "Your question, in one sentence": N_("{who}'s question, in one sentence"),
    "Write your question in one sentence": N_("Write {who}'s question in one sentence"),
    "Your question is not written down yet": N_("{who}'s question is not written down yet"),
    "Such as: do I need the operation, or can I wait?": N_(
        "Such as: is the operation needed, or can it wait?"
    ),
    "The diagnosis or plan you are not sure about": N_("The diagnosis or plan that is in doubt"),
    "Why you want a second opinion": N_("Why {who} wants a second opinion"),
    "Why you ask": N_("Why {who} asks"),
    "I am not getting better": N_("{who} is not getting better"),
    "I would like peace of mind": N_("{who} would like peace of mind"),
    "Yes, I was told it is safe to wait": N_("Yes, we were told it is safe to wait"),
    "No, I was told not to wait": N_("No, we were told not to wait"),
    "I have asked and have no answer yet": N_("We have asked and have no answer yet"),
    "I have not asked yet": N_("We have not asked yet"),
    "Who refers you": N_("Who refers {who}"),
    "The list of your medicines": N_("The list of {who}'s medicines"),
    "The list of your allergies": N_("The list of {who}'s allergies"),
    "Operations and treatments you have had": N_("Operations and treatments {who} has had"),
    "Notes of the meeting where your care was discussed": N_(
        "Notes of the meeting where {who}'s care was discussed"
    ),
    "Go to my question": N_("Go to {who}'s question"),
    "Your shortlist of doctors": N_("{who}'s shortlist of doctors"),
    "Write down what you want a second opinion about, in one sentence. Everything else can "
    "wait.": N_(
        "Write down what {who} wants a second opinion about, in one sentence. Everything else "
        "can wait."
    ),
    "Look again at your question and how it turned out": N_(
        "Look again at {who}'s question and how it turned out"
    ),
    "Often your GP, who refers you": N_("Often the GP, who refers {who}"),
    "A day to see how you are and how it turned out": N_(
        "A day to see how {who} is and how it turned out"
    ),
    "A second opinion takes time. Ask the doctor who knows you, and note the answer.": N_(
        "A second opinion takes time. Ask the doctor who knows {who}, and note the answer."
    ),
    "Why, in your own words": N_("Why, in {who}'s own words"),
    "Nobody on your shortlist yet": N_("Nobody on {who}'s shortlist yet"),
    "{number} on your shortlist": N_("{number} on {who}'s shortlist"),
    "Put doctors you can choose side by side, with what you found out about them.": N_(
        "Put doctors {who} can choose side by side, with what you found out about them."
    ),
    "Who can you choose?": N_("Who can {who} choose?"),
    "For a doctor you may ask for a second opinion. Leave it empty for all others.": N_(
        "For a doctor {who} may ask for a second opinion. Leave it empty for all others."
    ),
    "You can choose them": N_("{who} can choose them"),
    "I can choose them": N_("{who} can choose them"),
    "1 for your first choice": N_("1 for {who}'s first choice"),
    "Your own order": N_("{who}'s own order"),
    "Write your question": N_("Write {who}'s question"),
    "Write your question. Then you can add what each doctor answers.": N_(
        "Write {who}'s question. Then you can add what each doctor answers."
    ),
    "Such as letters, scans, medicines and your questions": N_(
        "Such as letters, scans, medicines and {who}'s questions"
    ),
    "Why it matters to you": N_("Why it matters to {who}"),
    "Who you will see": N_("Who {who} will see"),
    "Who comes with you": N_("Who comes with {who}"),
    "What you are still not sure about": N_("What {who} is still not sure about"),
    "Choose from your open questions…": N_("Choose from {who}'s open questions…"),
    "Your open questions": N_("{who}'s open questions"),
    "Your questions": N_("{who}'s questions"),
    "Go to your questions": N_("Go to {who}'s questions"),
}

_STEPS: Mapping[str, str] = {
    "Your seven steps": N_("{who}'s seven steps"),
    "A second opinion begins with a question. From there seven steps lead to the day you tell "
    "your doctors what you decided.": N_(
        "A second opinion begins with a question. From there seven steps lead to the day the "
        "doctors hear what {who} decided."
    ),
    "Talk to the first doctor, or your GP": N_("Talk to the first doctor, or {who}'s GP"),
    "To hear the first opinion again in plain words, and to say you would like another.": N_(
        "To hear the first opinion again in plain words, and to say that {who} would like another."
    ),
    "Say why you would like a second opinion. It does not mean you distrust them.": N_(
        "Say why {who} would like a second opinion. It does not mean distrust."
    ),
    "A relative or carer can ask for you, if you agree to it.": N_(
        "You can ask for {who}, if {who} agrees to it."
    ),
    "To find someone who can look at your question afresh.": N_(
        "To find someone who can look at {who}'s question afresh."
    ),
    "So that the new doctor agrees to see you and knows why you are coming.": N_(
        "So that the new doctor agrees to see {who} and knows why."
    ),
    "Make the appointment and gather your records": N_(
        "Make the appointment and gather {who}'s records"
    ),
    "Go, and ask your questions": N_("Go, and ask {who}'s questions"),
    "Put your questions in order, the ones that matter most first.": N_(
        "Put {who}'s questions in order, the ones that matter most first."
    ),
    "Look at every option, waiting or doing nothing too, and at what matters to you.": N_(
        "Look at every option, waiting or doing nothing too, and at what matters to {who}."
    ),
    "To see where the opinions agree and where they differ, and to choose in your own time.": N_(
        "To see where the opinions agree and where they differ, and to choose in {who}'s own time."
    ),
    "Tell your doctors": N_("Tell {who}'s doctors"),
    "So that everyone who looks after you knows what was said and what you chose.": N_(
        "So that everyone who looks after {who} knows what was said and what {who} chose."
    ),
    "Tell your GP and the doctor who gave the first opinion what you decided.": N_(
        "Tell the GP and the doctor who gave the first opinion what {who} decided."
    ),
    "Write a letter that tells what you decided": N_(
        "Write a letter that tells what {who} decided"
    ),
    "When your doctors know what you decided, you can close this question and write down how "
    "it turned out. You can open it again at any time.": N_(
        "When the doctors know what {who} decided, you can close this question and write down "
        "how it turned out. You can open it again at any time."
    ),
    "Was it your GP's opinion? You can ask to see another GP in the surgery, or change to"
    " another surgery.": N_(
        "Was it the GP's opinion? {who} can ask to see another GP in the surgery, or change "
        "to another surgery."
    ),
    "Was it a consultant's? Then you usually go back to your GP, who can refer you to a "
    "consultant elsewhere. It often means another hospital, travel and a wait.": N_(
        "Was it a consultant's? Then {who} usually goes back to the GP, who can refer {who} to"
        " a consultant elsewhere. It often means another hospital, travel and a wait."
    ),
    "Thinking of going private? Ask for the fees in writing first. Your NHS care goes on,"
    " and many private consultants also work for the NHS.": N_(
        "Thinking of going private? Ask for the fees in writing first. {who}'s NHS care goes "
        "on, and many private consultants also work for the NHS."
    ),
    "Ask your GP or consultant to refer you. You can write the letter for it here.": N_(
        "Ask the GP or consultant to refer {who}. You can write the letter for it here."
    ),
    "Ask them to say that it is for a second opinion, and to send your records.": N_(
        "Ask them to say that it is for a second opinion, and to send {who}'s records."
    ),
    "Seeing someone privately? Ask whether they want a letter from your GP, and for their"
    " fees in writing.": N_(
        "Seeing someone privately? Ask whether they want a letter from the GP, and for their "
        "fees in writing."
    ),
    "Enter the appointment, who comes with you, and what to bring.": N_(
        "Enter the appointment, who comes along, and what to bring."
    ),
    "You can ask for a copy of your own records. It is normally free. They have one month"
    " to answer, and can take up to two months more.": N_(
        "{who} can ask for a copy of the records, or you can with {who}'s consent. It is "
        "normally free. They have one month to answer, and can take up to two months more."
    ),
    "You can bring someone with you to listen and take notes.": N_(
        "Someone can come along to listen and take notes."
    ),
    "You were told it is safe to wait": N_("{who} was told it is safe to wait"),
    "You were told not to wait": N_("{who} was told not to wait"),
    "You have written down what you decided.": N_("You have written down what {who} decided."),
    "You have written down what you decided, and that all your doctors know.": N_(
        "You have written down what {who} decided, and that all the doctors know."
    ),
    "Your appointment on {date} took place.": N_("{who}'s appointment on {date} took place."),
    "You have an appointment on {date}.": N_("{who} has an appointment on {date}."),
}

_HEALTH: Mapping[str, str] = {
    "Note what you feel and when, in your own words.": N_(
        "Note what {who} feels and when, in {who}'s own words."
    ),
    "List what you take, as it is written on the box or the prescription.": N_(
        "List what {who} takes, as it is written on the box or the prescription."
    ),
    "List what you react to, and how.": N_("List what {who} reacts to, and how."),
    "Keep what you were told you have, who told you, and how sure they were.": N_(
        "Keep what {who} was told it is, who said so, and how sure they were."
    ),
    "How bad, in your own words": N_("How bad, in {who}'s own words"),
    "I have it now": N_("{who} has it now"),
    "I no longer have it": N_("{who} no longer has it"),
    "I still have it": N_("{who} still has it"),
    "I had it in the past": N_("{who} had it in the past"),
    "Does not agree with me (intolerance)": N_("Does not agree with {who} (intolerance)"),
    "I take it now": N_("{who} takes it now"),
    "I take it when I need it": N_("{who} takes it when needed"),
    "I no longer take it": N_("{who} no longer takes it"),
    "Prescribed, but I do not take it": N_("Prescribed, but {who} does not take it"),
    "Withdrawn before I got it": N_("Withdrawn before {who} got it"),
    "I must not take it": N_("{who} must not take it"),
    "I have no known allergies": N_("{who} has no known allergies"),
    "I take no medicines": N_("{who} takes no medicines"),
    "Enter what you react to": N_("Enter what {who} reacts to"),
    "What you react to": N_("What {who} reacts to"),
    "How it got into your body, such as by mouth": N_("How it got into the body, such as by mouth"),
    "How and when you take it": N_("How and when {who} takes it"),
    "The most you may take, such as 8 in 24 hours": N_(
        "The most {who} may take, such as 8 in 24 hours"
    ),
    "When you stopped": N_("When {who} stopped"),
    "Why you stopped": N_("Why {who} stopped"),
    "Do you take it now": N_("Does {who} take it now"),
    "Write what you felt": N_("Write what {who} felt"),
    "What you felt": N_("What {who} felt"),
    "as bad as you can imagine": N_("as bad as {who} can imagine"),
    "Language you prefer": N_("Language {who} prefers"),
    "Help you need to hear, see, read or get about": N_(
        "Help {who} needs to hear, see, read or get about"
    ),
    "You can ask for a copy of your records. They have one month to answer.": N_(
        "{who} can ask for a copy of the records. They have one month to answer."
    ),
    "Note which letters, scans and results you would like to have, and who holds them. "
    "You can ask for a copy of your records, and they have one month to answer.": N_(
        "Note which letters, scans and results you would like to have, and who holds them. "
        "{who} can ask for a copy of the records, and they have one month to answer."
    ),
}

_DECISION: Mapping[str, str] = {
    "Keep what you decide here, why, and what would change your mind.": N_(
        "Keep what {who} decides here, why, and what would change {who}'s mind."
    ),
    "Write down what you want to ask. You choose the order, and what to take.": N_(
        "Write down what {who} wants to ask. You choose the order, and what to take."
    ),
    "Look again at your decision": N_("Look again at {who}'s decision"),
    "Your choice": N_("{who}'s choice"),
    "Who decides, when, and what would change your mind": N_(
        "Who decides, when, and what would change {who}'s mind"
    ),
    "What would change your mind": N_("What would change {who}'s mind"),
    "I am not thinking about it yet": N_("{who} is not thinking about it yet"),
    "I am thinking it over": N_("{who} is thinking it over"),
    "I am close to a decision": N_("{who} is close to a decision"),
    "I have decided": N_("{who} has decided"),
    "I feel sure what is right for me": N_("{who} feels sure what is right"),
    "I know what I can choose from": N_("{who} knows what there is to choose from"),
    "I know what matters most to me": N_("{who} knows what matters most"),
    "I have enough help to decide": N_("{who} has enough help to decide"),
    "How close you are to deciding": N_("How close {who} is to deciding"),
    "Choose how close you are to deciding": N_("Choose how close {who} is to deciding"),
    "What you decided": N_("What {who} decided"),
    "What you decided before": N_("What {who} decided before"),
    "You have decided": N_("{who} has decided"),
    "You can change your mind. What you decided before stays here to read.": N_(
        "{who} can change this. What {who} decided before stays here to read."
    ),
    "Your decision is saved": N_("{who}'s decision is saved"),
    "How much it matters to you": N_("How much it matters to {who}"),
    "How much it matters to you, from 0 to 5": N_("How much it matters to {who}, from 0 to 5"),
    "How much it matters to you: {title}": N_("How much it matters to {who}: {title}"),
    "How much something matters to you: 0 is not at all, 5 is the most.": N_(
        "How much something matters to {who}: 0 is not at all, 5 is the most."
    ),
    "matters {number} of 5 to you": N_("matters {number} of 5 to {who}"),
    "it does not matter to you": N_("it does not matter to {who}"),
    "it matters most to you": N_("it matters most to {who}"),
    "Such as you, or you and your family together": N_(
        "Such as {who}, or {who} and the family together"
    ),
    "In your own words": N_("In {who}'s own words"),
    "In your own words, as long as you like": N_(
        "In {who}'s own words, or yours, as long as you like"
    ),
    "Are you ready to decide?": N_("Is {who} ready to decide?"),
    "Which option you chose": N_("Which option {who} chose"),
    "Go through the benefits and risks and say how much each matters to you.": N_(
        "Go through the benefits and risks and say how much each matters to {who}."
    ),
    "Write down what you like and what you do not like about each option.": N_(
        "Write down what {who} likes and does not like about each option."
    ),
    "Ask a doctor to go through each option with you, waiting too.": N_(
        "Ask a doctor to go through each option with {who}, waiting too."
    ),
}

_VISIT: Mapping[str, str] = {
    "How you will meet": N_("How {who} will meet them"),
    "What you are not sure about": N_("What {who} is not sure about"),
    "What are you not sure about?": N_("What is {who} not sure about?"),
    "Add what you are not sure about to the questions": N_(
        "Add what {who} is not sure about to the questions"
    ),
    "What you want to ask": N_("What {who} wants to ask"),
    "My list": N_("{who}'s list"),
    "Place in your own order": N_("Place in {who}'s own order"),
    "Tick off what is in your bag": N_("Tick off what is in the bag"),
    "What you were told": N_("What {who} was told"),
    "As the letter puts it, or as you were told": N_("As the letter puts it, or as {who} was told"),
    "Who told you": N_("Who told {who}"),
    "When you were told": N_("When {who} was told"),
    "How you were told": N_("How {who} was told"),
    "How you were told, and where it is written": N_("How {who} was told, and where it is written"),
    "When you asked for the referral": N_("When the referral was asked for"),
    "To your GP or a consultant: what you were told, your question, and why you ask": N_(
        "To {who}'s GP or a consultant: what {who} was told, the question, and why it is asked"
    ),
    "What your GP needs to know to refer you to another doctor": N_(
        "What {who}'s GP needs to know for a referral to another doctor"
    ),
    "Ask a hospital or surgery for copies of your records, which are listed in it": N_(
        "Ask a hospital or surgery for copies of {who}'s records, which are listed in it"
    ),
    "Tell your GP or the second doctor what you have decided, and why": N_(
        "Tell {who}'s GP or the second doctor what {who} has decided, and why"
    ),
    "Tell a doctor what I decided": N_("Tell a doctor what {who} decided"),
    "Who you would like to see: tick “You can choose them”": N_(
        "Who {who} would like to see: tick “{who} can choose them”"
    ),
    "Where the doctor you would like to see works": N_(
        "Where the doctor {who} would like to see works"
    ),
    "Medicines, or that you take none": N_("Medicines, or that {who} takes none"),
    "Why you decided so": N_("Why {who} decided so"),
    "You, yourself": N_("{who}"),
    "Paid back to you": N_("Paid back to {who}"),
    "is your GP": N_("is {who}'s GP"),
    "referred you": N_("referred {who}"),
    "The doctors for this question appear here by themselves: those who gave an "
    "opinion, your GP, and who referred you.": N_(
        "The doctors for this question appear here by themselves: those who gave an "
        "opinion, {who}'s GP, and who referred {who}."
    ),
    "Such as what you decided, or what the new doctor said": N_(
        "Such as what {who} decided, or what the new doctor said"
    ),
}

_BODY: Mapping[str, str] = {
    "When you started": N_("When {who} started"),
    "Such as 5 years, or while you take it": N_("Such as 5 years, or while {who} takes it"),
    "This is always one of the options. Ask each doctor what may happen if you "
    "wait, and write it down here.": N_(
        "This is always one of the options. Ask each doctor what may happen if {who}"
        " waits, and write it down here."
    ),
    "How much it matters to you must be a number from 0 to 5.": N_(
        "How much it matters to {who} must be a number from 0 to 5."
    ),
    "The letters, scans and test results they looked at, and whether they examined you.": N_(
        "The letters, scans and test results they looked at, and whether they examined {who}."
    ),
    "If you wait or do nothing": N_("If {who} waits or does nothing"),
    "Check-ups, further tests, and who looks after you.": N_(
        "Check-ups, further tests, and who looks after {who}."
    ),
    "Such as I had to sit down": N_("Such as had to sit down"),
    "Your doctor can say what it means for you. You can [note a question](question) to ask.": N_(
        "{who}'s doctor can say what it means for {who}. You can [note a "
        "question](question) to ask."
    ),
}

BY_NAME: Mapping[str, str] = {
    **_QUESTION,
    **_STEPS,
    **_HEALTH,
    **_DECISION,
    **_VISIT,
    **_BODY,
}
"""English words for the person themselves, and for whoever keeps the journal for them."""
