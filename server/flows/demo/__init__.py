"""The demo programme: invented people of four countries and more, with the talk of their first six weeks."""

from server.flows.demo.loading import DEMO_PASSWORD, DemoExists, demo_people, has_data, load_demo
from server.flows.demo.script import DemoPerson

__all__ = ["DEMO_PASSWORD", "DemoExists", "DemoPerson", "demo_people", "has_data", "load_demo"]
