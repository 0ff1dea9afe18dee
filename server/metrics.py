"""The figures of this process for `/metrics`: counters and gauges, none with a label that names a person or a room."""
