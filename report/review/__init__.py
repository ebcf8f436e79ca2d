"""What was verified and signed: the records, and the commands that write them."""
