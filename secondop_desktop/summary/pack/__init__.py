"""The pack: the summary with the chosen records behind it, in one PDF or in parts."""
