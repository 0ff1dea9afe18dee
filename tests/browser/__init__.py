"""The whole program as people meet it: real browsers, a real server with the demo programme."""
