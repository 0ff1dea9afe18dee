"""Who is here: a roster per room of those who chose to show it, merged from all their devices on all nodes. Nothing of
it is kept: it is gone with the connections, and nobody learns when somebody was here last."""
