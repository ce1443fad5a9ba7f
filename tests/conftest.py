"""What holds for all tests: a property is true or false on a slow machine as well, so none has a deadline."""

from hypothesis import settings

settings.register_profile("isnad", deadline=None)
settings.load_profile("isnad")
