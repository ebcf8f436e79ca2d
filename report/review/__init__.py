"""The records of verification and sign-off, and the commands that write them."""
