"""The journey of a case: its steps, how far each is, the referral, and how it ends."""
