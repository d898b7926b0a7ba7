"""Questions to start from, in our own words; whoever takes one over may change it."""

from dataclasses import dataclass

from secondop_desktop.lang import N_


@dataclass(frozen=True)
class Template:
    """Questions on one matter that the user can take over and change (untranslated)."""

    group: str
    questions: tuple[str, ...]


TEMPLATES = (
    Template(
        N_("The diagnosis"),
        (
            N_("What do I have, in plain words?"),
            N_("How sure are you about what I have?"),
            N_("What made you come to this view?"),
            N_("What else could it be?"),
            N_("Could I have more than one thing at once?"),
            N_("How far has it gone, and how do you know?"),
            N_("Is there anything that does not fit?"),
            N_("Who else has looked at my scans and samples?"),
            N_("What would make you more sure?"),
        ),
    ),
    Template(
        N_("Benefits"),
        (
            N_("How is this meant to help me?"),
            N_("Of 100 people like me, how many does it help?"),
            N_("How soon would I notice, and how long does it last?"),
            N_("Is it meant to cure me, to slow it down, or to make me feel better?"),
            N_("What will it not change?"),
            N_("How will we know whether it has worked?"),
            N_("Has it been tried with people of my age and health?"),
        ),
    ),
    Template(
        N_("Risks"),
        (
            N_("What can go wrong, and how often does it?"),
            N_("Of 100 people like me, how many are harmed by it?"),
            N_("Which side effects go away, and which may stay?"),
            N_("What makes the risk higher or lower for me?"),
            N_("What would be done if something went wrong?"),
            N_("What is the worst that could happen, and how rare is it?"),
            N_("Would it rule out other treatments later?"),
        ),
    ),
    Template(
        N_("Other ways"),
        (
            N_("What else could be done instead?"),
            N_("Why do you prefer this one for me?"),
            N_("Is there a smaller or gentler step to try first?"),
            N_("Can I try one thing, and change to the other later?"),
            N_("Is there anything offered elsewhere but not here?"),
            N_("Is there a study that I could ask to join?"),
            N_("What can I do myself?"),
        ),
    ),
    Template(
        N_("Waiting or doing nothing"),
        (
            N_("What may happen if we wait, or do nothing?"),
            N_("Is it safe for me to wait, and for how long?"),
            N_("What should make me get in touch sooner?"),
            N_("How would you keep an eye on it while I wait?"),
            N_("Would the treatment be harder, or work less well, later on?"),
            N_("How often does it stay as it is, or get better by itself?"),
            N_("When do I need to decide by?"),
        ),
    ),
    Template(
        N_("A test"),
        (
            N_("What will this test tell us?"),
            N_("Will its result change what we do?"),
            N_("How can the test be wrong?"),
            N_("What happens at the test, and does it hurt?"),
            N_("Are there risks, such as radiation or dye?"),
            N_("How do I get ready for it?"),
            N_("When will I hear, and who tells me?"),
            N_("Can the pictures I already have be used instead?"),
        ),
    ),
    Template(
        N_("An operation"),
        (
            N_("What exactly would be done, and where would the cut be?"),
            N_("Who will do the operation, and how often have they done it?"),
            N_("How do their results compare with those of others?"),
            N_("What kind of anaesthetic is it, and is it safe for me?"),
            N_("How long will I be in hospital, and in pain?"),
            N_("How long will it take me to get back to normal?"),
            N_("Can it be done later if I decide to wait now?"),
            N_("How often does it have to be done again?"),
        ),
    ),
    Template(
        N_("A medicine"),
        (
            N_("How do I take it, and for how long?"),
            N_("Can I take it with my other medicines?"),
            N_("How will we know whether it works?"),
            N_("Which side effects should I watch for, and who do I tell?"),
            N_("What do I do if I miss a dose?"),
            N_("Can I stop it when I want to, or must it be done slowly?"),
            N_("Is there a lower dose, or another medicine that does the same?"),
            N_("Do I need blood tests while I take it?"),
        ),
    ),
    Template(
        N_("The outlook"),
        (
            N_("How is this likely to go for somebody like me?"),
            N_("How will it be in a year, and in five years, with treatment and without?"),
            N_("What are the signs that it is getting better or worse?"),
            N_("Can it come back, and how would we find out?"),
            N_("Does it run in families, and should mine be told?"),
            N_("How much of this is known, and how much is a guess?"),
        ),
    ),
    Template(
        N_("Everyday life"),
        (
            N_("Can I work, drive, travel and do sport?"),
            N_("What will I need help with at home, and for how long?"),
            N_("Can I eat, drink and sleep as normal?"),
            N_("What about sex, or wanting a baby?"),
            N_("How often do I have to come in, and how far is it?"),
            N_("What will it cost me, and what is paid for?"),
            N_("Who do I ring if I am worried, including at night?"),
            N_("Is there somebody I can talk to who has been through it?"),
            N_("Can I have all this in writing, and a copy of the letter?"),
        ),
    ),
    Template(
        N_("When doctors differ"),
        (
            N_("Why does your advice differ from the other doctor's?"),
            N_("What do you both agree on?"),
            N_("Did you both look at the same records and tests?"),
            N_("What would you need to see to agree with them?"),
            N_("Is this about the facts, or about what each of you prefers?"),
            N_("Will you talk to each other about me?"),
            N_("Would it help to ask a team of doctors, or a third one?"),
        ),
    ),
)
"""Eleven matters; the order is that of a talk about a plan, not one of weight."""
