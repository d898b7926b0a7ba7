"""The one kind of error that is meant for the person in front of the screen."""


class UserError(Exception):
    """A problem told in one clear sentence: what happened, where, and what to do.

    Anything else that is raised is a fault of the program. The message is shown as it is,
    in the window or on stderr with exit code 1, and nothing has been changed.
    """
