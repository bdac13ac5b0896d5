"""The sorts of pages there are."""

PAGE_TYPES = ("article", "forum", "product", "listing", "collection", "documentation", "service")
"""Values of `Document.page_type`, in the order in which the judge of roles tells their odds."""
