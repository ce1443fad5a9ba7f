"""All planners, gathered: importing this module teaches `plan` every kind of meaning."""

from __future__ import annotations

from isnad.times import plan_dates, plan_lengths
from isnad.times.plan import PLANNERS, Context, Op, Plan, plan

__all__ = ["PLANNERS", "Context", "Op", "Plan", "plan", "plan_dates", "plan_lengths"]
