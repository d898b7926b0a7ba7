"""What this program is: its version, how it is updated, its parts and their licences."""
