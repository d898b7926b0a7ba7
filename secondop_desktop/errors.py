"""The one kind of error that is meant for the person in front of the screen."""


class UserError(Exception):
    """A problem told in one clear sentence: what happened, where, and what to do.

    Anything else that is raised is a fault of the program. The message is shown as it is,
    in the window or on stderr with exit code 1, and nothing has been changed.
    """


class LockedArchiveError(UserError):
    """An archive that opens with a password, and none or another one was given.

    ``in_window`` says so where the password can be typed.
    """

    def __init__(self, text: str, in_window: str) -> None:
        super().__init__(text)
        self.in_window = in_window
