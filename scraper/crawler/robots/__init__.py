"""What a site asks of crawlers: robots.txt (RFC 9309), what its absence means, and signals on single pages. Pure."""
