"""An outlet of the sample, by a rule that was changed on purpose."""
