"""Pages whose right answer is known: reading them, lining them up with records, and making harder ones of them."""
