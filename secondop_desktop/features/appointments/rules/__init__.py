"""What is to come, what is to ask and what is to do, in order; and questions to start from."""
