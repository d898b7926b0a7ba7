"""The same journal without a window: a contract that scripts may rely on."""
