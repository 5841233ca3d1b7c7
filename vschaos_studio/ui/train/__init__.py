"""The Train page: choices before a training, its course, and past trainings."""
