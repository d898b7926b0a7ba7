"""Photos as telephones take them (HEIC); no reader of them is to be had for Windows on ARM."""


def can_read() -> bool:
    """Tell whether this installation has the reader."""
    try:
        import pi_heif  # noqa: F401 - whether it is there is all that is asked
    except ImportError:
        return False
    return True


def teach_pillow() -> None:
    """Let Pillow open them like other pictures, where the reader is there."""
    if can_read():
        from pi_heif import register_heif_opener

        register_heif_opener()
