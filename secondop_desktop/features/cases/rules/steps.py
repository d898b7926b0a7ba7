"""The seven steps of the journey, told in plain words."""

from typing import NamedTuple

from secondop_desktop.lang import N_, _


class Step(NamedTuple):
    """One step of the journey; ``serves`` names the screens that help with it by their keys.

    ``begins`` leads into them: a place such as ``letter:new:ask``, and the words for it.
    """

    key: str
    title: str
    purpose: str
    to_do: tuple[str, ...]
    serves: tuple[str, ...]
    begins: tuple[tuple[str, str], ...] = ()

    def numbered(self) -> str:
        """Say its number and its title, as lists of steps do."""
        return "  ".join([self.key, _(self.title)])


STEPS = (
    Step(
        "1",
        N_("Talk to the first doctor, or your GP"),
        N_("To hear the first opinion again in plain words, and to say you would like another."),
        (
            N_("Ask the doctor to explain the diagnosis or the plan once more."),
            N_("Say why you would like a second opinion. It does not mean you distrust them."),
            N_("Ask: is it safe to wait? Write down who answered, and when."),
            N_(
                "Anyone in the UK can ask for a second opinion. The law does not promise one, "
                "but doctors should think about your request."
            ),
            N_("A relative or carer can ask for you, if you agree to it."),
        ),
        ("appointment", "question"),
        (
            ("letter:new:ask", N_("Write a letter to ask for it")),
            ("letter:new:sheet", N_("Make a sheet to take to the GP")),
        ),
    ),
    Step(
        "2",
        N_("Choose who to see"),
        N_("To find someone who can look at your question afresh."),
        (
            N_(
                "Was it your GP's opinion? You can ask to see another GP in the surgery, "
                "or change to another surgery."
            ),
            N_(
                "Was it a consultant's? Then you usually go back to your GP, who can refer you to "
                "a consultant elsewhere. It often means another hospital, travel and a wait."
            ),
            N_(
                "Ask whether they work with the first doctor. Someone from another team or "
                "hospital looks at it with fresh eyes."
            ),
            N_(
                "Write down what you find out about each doctor: experience, waiting time, "
                "distance and cost."
            ),
            N_(
                "Thinking of going private? Ask for the fees in writing first. Your NHS care "
                "goes on, and many private consultants also work for the NHS."
            ),
        ),
        ("cost",),
        (("provider:shortlist", N_("Your shortlist of doctors")),),
    ),
    Step(
        "3",
        N_("Ask for a referral"),
        N_("So that the new doctor agrees to see you and knows why you are coming."),
        (
            N_("Ask your GP or consultant to refer you. You can write the letter for it here."),
            N_("Ask them to say that it is for a second opinion, and to send your records."),
            N_(
                "Seeing someone privately? Ask whether they want a letter from your GP, and for "
                "their fees in writing."
            ),
            N_(
                "If you have health insurance, ask what it pays for and get an authorisation "
                "number before you book."
            ),
            N_("Write down when you asked, and a day to ask how it is getting on."),
        ),
        ("provider", "cost"),
        (("letter:new:referral", N_("Write the letter for the referral")),),
    ),
    Step(
        "4",
        N_("Make the appointment and gather your records"),
        N_("So that the second doctor has what they need in front of them."),
        (
            N_("Enter the appointment, who comes with you, and what to bring."),
            N_("List the letters, test results and scans you want, and who holds them."),
            N_(
                "You can ask for a copy of your own records. It is normally free. They have "
                "one month to answer, and can take up to two months more."
            ),
            N_(
                "Pictures of scans come on a disc, or the hospitals can send them to each other. "
                "Ask which of the two the new hospital can use."
            ),
        ),
        ("appointment", "letter"),
        (
            ("record:needed", N_("Go through what the second doctor needs")),
            ("record:gather", N_("Records you still need")),
        ),
    ),
    Step(
        "5",
        N_("Go, and ask your questions"),
        N_("To come home knowing what the second doctor thinks, and why."),
        (
            N_("Put your questions in order, the ones that matter most first."),
            N_("Take the summary PDF with you. Page one holds what the doctor needs first."),
            N_("You can bring someone with you to listen and take notes."),
            N_("Before you leave, say back what you heard, and ask what happens next."),
        ),
        ("question", "appointment", "pdf"),
    ),
    Step(
        "6",
        N_("Compare, and decide"),
        N_(
            "To see where the opinions agree and where they differ, and to choose in your own time."
        ),
        (
            N_("Write down what each doctor said, and mark yourself what is the same."),
            N_("Turn what is not clear into a question."),
            N_("Look at every option, waiting or doing nothing too, and at what matters to you."),
            N_(
                "If the opinions are very different you can ask one more doctor: "
                "steps 2 to 6 then come again."
            ),
        ),
        ("opinion", "option", "decision"),
    ),
    Step(
        "7",
        N_("Tell your doctors"),
        N_("So that everyone who looks after you knows what was said and what you chose."),
        (
            N_("Tell your GP and the doctor who gave the first opinion what you decided."),
            N_("Ask the second doctor to send them a letter too."),
            N_("Write down who you told, when, and what they answered."),
            N_("Pick a day to look at it all again, and see how it turned out."),
        ),
        ("told",),
        (("letter:new:decided", N_("Write a letter that tells what you decided")),),
    ),
)
