"""The form of a second-opinion case; its steps are on the case's own page."""

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.fields import ChoiceField, TextField
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.forms.inline_form import InPlaceForm


class CaseForm(Form):
    """The question, what is in doubt, why it is asked, and whether on the NHS or privately."""

    missing = {"question": N_("Write your question in one sentence")}

    def build(self) -> None:
        """Ask the four things that a question is made of; its steps ask for the rest in turn."""
        self.group()
        self.put(
            self.bind(
                TextField(2),
                "question",
                hint=_("Such as: do I need the operation, or can I wait?"),
            )
        )
        self.put(self.ask("plan", hint=_("What the first doctor said it is, or wants to do")))
        self.put(self.ask("reasons", hint=_("Tick all that fit")))
        self.put(self.ask("route", across=True))
        self.more(
            _("More about this question"),
            self.ask("kind_of", hint=_("The list for the second doctor follows it")),
            self.ask("diagnosis"),
            self.ask("reasons_words"),
            self.ask("title"),
            self.ask("opened"),
            self.ask("notes"),
        )


class SafeForm(InPlaceForm):
    """Is it safe to wait, who said so, and when: asked on step 1 itself."""

    def build(self) -> None:
        """Lay the questions out."""
        _ask_whether_safe(self, about=False)


class ReferralForm(InPlaceForm):
    """Whom the referral was asked of, how it went, and when to ask again: on step 3 itself."""

    def build(self) -> None:
        """Lay the questions out."""
        self.group(_("The referral"))
        self.put(self.ask("route", across=True))
        self.put(self.ask("referral_by", hint=_("Often your GP, who refers you")))
        self.put(self.ask("referral_asked", about=False))
        self.put(self.ask("referral_sent", about=False))
        self.put(self.ask("chase", hint=_("A day to ring and ask how it is going"), about=False))
        self.put(self.ask("referral_accepted", about=False))
        self.more(
            _("It was turned down"),
            self.ask("referral_declined", about=False),
            self.ask("declined_why"),
        )
        self.more(
            _("Health insurance"),
            self.ask("insurer"),
            self.ask("authorisation", hint=_("Ask the insurer for it before you book")),
        )


class ReviewForm(InPlaceForm):
    """When to look at it all again: on step 7 itself."""

    def build(self) -> None:
        """Lay the question out."""
        self.group(_("Look at it again"))
        self.put(
            self.ask(
                "review", hint=_("A day to see how you are and how it turned out"), about=False
            )
        )


def _ask_whether_safe(form: Form, *, about: bool = True) -> None:
    form.group(
        _("Is it safe to wait?"),
        _("A second opinion takes time. Ask the doctor who knows you, and note the answer."),
    )
    kind = form.kind.by_name["safe_to_wait"]
    answers = ChoiceField([(word, _(text)) for word, text in kind.choices], "")
    form.put(form.bind(answers, "safe_to_wait", _("What you were told")))
    form.put(form.ask("safe_said_by"))
    form.put(form.ask("safe_date", about=about))


FORMS = {"case": CaseForm}
