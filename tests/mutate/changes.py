"""The one-line changes that may be made to a file.

An operator or a number becomes another, a condition never holds or loses a part, a pattern never matches, a statement is
left out.
"""

import ast
from dataclasses import dataclass

SWAPS: dict[type[ast.cmpop] | type[ast.boolop] | type[ast.operator], str] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.And: "or",
    ast.Or: "and",
    ast.Add: "-",
    ast.Sub: "+",
}
NEVER = "(?!)"  # a pattern that matches nothing
Tests = ast.If | ast.IfExp | ast.While


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the characters from start to end of the file become `text`.

    function: where it stands. before: the words that are changed. Line numbers are no part of it, so that a sample stays
    the same when code moves.
    """

    start: int
    end: int
    text: str
    function: str
    before: str
    line: int

    def apply(self, source: str) -> str:
        """The changed file."""
        return source[: self.start] + self.text + source[self.end :]

    def __str__(self) -> str:
        after = self.text if len(self.text) < 60 else f"{self.text[:57]}..."
        before = self.before if len(self.before) < 60 else f"{self.before[:57]}..."
        return f"line {self.line}, {self.function}: {before!r} becomes {after!r}"


class Finder(ast.NodeVisitor):
    """Walks a file and gathers what can be changed in it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Change] = []
        self.within: list[str] = []
        lines = source.splitlines(keepends=True)
        self.starts = [sum(len(line) for line in lines[:number]) for number in range(len(lines) + 1)]
        self.lines = lines

    def at(self, line: int, column: int) -> int:
        """The character at a line and a column in bytes."""
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Where an expression begins and ends."""
        return (
            self.at(node.lineno, node.col_offset),
            self.at(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset),
        )

    def add(self, node: ast.expr | ast.stmt, text: str, start: int, end: int) -> None:
        """Note a change."""
        where = ".".join(self.within) or "the module"
        self.found.append(Change(start, end, text, where, self.source[start:end], node.lineno))

    def replace(self, node: ast.expr | ast.stmt, text: str) -> None:
        """Note that a whole expression may become another."""
        self.add(node, text, *self.span(node))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.within.append(node.name)
        for part in (*node.args.defaults, *node.body):
            self.visit(part)
        self.within.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.within.append(node.name)
        for part in node.body:
            self.visit(part)
        self.within.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_If(self, node: ast.If) -> None:
        self.condition(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.condition(node)

    def condition(self, node: Tests) -> None:
        """A condition may never hold."""
        if not isinstance(node.test, ast.NamedExpr) and "TYPE_CHECKING" not in ast.dump(node.test):
            self.replace(node.test, f"(({ast.get_source_segment(self.source, node.test)}) and False)")
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            if ":=" not in (ast.get_source_segment(self.source, test) or ""):
                self.replace(test, "True")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.replace(node, f"bool({ast.get_source_segment(self.source, node.operand)})")
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, sign, right in zip(
            [node.left, *node.comparators], node.ops, node.comparators, strict=False
        ):
            self.between(node, left, type(sign), right)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self.between(node, node.values[-2], type(node.op), node.values[-1])
        if not any(isinstance(part, ast.NamedExpr) for part in ast.walk(node)):
            always = str(isinstance(node.op, ast.And))
            for value in node.values:
                self.replace(value, always)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """A pattern may never match. Whether `zip` is strict tells of our own faults, and is no rule."""
        compiles = ast.unparse(node.func) == "re.compile" and node.args
        if compiles and (pattern := ast.get_source_segment(self.source, node.args[0])) is not None:
            self.replace(node.args[0], f'"{NEVER}" or ({pattern})')
        for part in (node.func, *node.args, *(() if ast.unparse(node.func) == "zip" else node.keywords)):
            self.visit(part)

    def visit_Expr(self, node: ast.Expr) -> None:
        """A call or a yield may be left out; a docstring is none."""
        if not isinstance(node.value, ast.Constant):
            self.omit(node)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.omit(node)
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        self.omit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self.omit(node)

    def omit(self, node: ast.stmt) -> None:
        """Note that a statement may be left out; lines stay where they are."""
        start, end = self.span(node)
        lines = "\n" * self.source[start:end].count("\n")
        self.replace(node, f"pass{lines}")

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in SWAPS and not isinstance(node.left, ast.Constant | ast.JoinedStr):
            self.between(node, node.left, type(node.op), node.right)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if type(node.value) is int:
            self.replace(node, str(node.value + 1))
        elif type(node.value) is bool:
            self.replace(node, str(not node.value))

    def between(self, node: ast.expr, left: ast.expr, sign: type[ast.AST], right: ast.expr) -> None:
        """The operator that stands between two expressions becomes another."""
        start, end = self.span(left)[1], self.span(right)[0]
        between = self.source[start:end]
        old = next((word for word in sorted(SIGNS[sign], key=len) if word in between), None)
        if old:
            begin = start + between.index(old)
            self.add(node, SWAPS[sign], begin, begin + len(old))  # type: ignore[index]


SIGNS: dict[type[ast.AST], tuple[str, ...]] = {
    ast.Lt: ("<",),
    ast.LtE: ("<=",),
    ast.Gt: (">",),
    ast.GtE: (">=",),
    ast.Eq: ("==",),
    ast.NotEq: ("!=",),
    ast.In: ("in",),
    ast.NotIn: ("not in",),
    ast.Is: ("is",),
    ast.IsNot: ("is not",),
    ast.And: ("and",),
    ast.Or: ("or",),
    ast.Add: ("+",),
    ast.Sub: ("-",),
}


def changes(source: str) -> list[Change]:
    """Every change to a file; a few leave it no Python."""
    finder = Finder(source)
    finder.visit(ast.parse(source))
    return finder.found


def compiles(source: str, change: Change) -> bool:
    """Whether a change leaves a file Python."""
    try:
        compile(change.apply(source), "changed", "exec")
    except SyntaxError:
        return False
    return True
