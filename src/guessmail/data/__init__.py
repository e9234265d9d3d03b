"""Tables. Each module says what its rows mean and where they come from."""
