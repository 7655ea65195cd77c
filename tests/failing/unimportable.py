"""An outlet whose file cannot be imported."""

raise ZeroDivisionError("a fault on import")
