"""Measures of the source, taken from its syntax trees; `test_house.py` holds them against the numbers."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
_NESTING = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the project."""

    path: Path
    """Where it stands, relative to the project."""
    text: str
    """Its characters."""
    tree: ast.Module
    """Its syntax."""

    @property
    def lines(self) -> int:
        """All lines of the file."""
        return self.text.count("\n")

    def functions(self) -> Iterator[Function]:
        """Yield all functions and methods."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node

    def comments(self) -> list[str]:
        """Return all comments but the instructions to tools."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        found = (token.string for token in tokens if token.type == tokenize.COMMENT)
        return [comment for comment in found if not comment.startswith(("# noqa", "# type:"))]

    def code_lines(self) -> set[int]:
        """Return the numbers of lines that hold code: no docstrings, comments or blanks."""
        lines = {
            line
            for token in tokenize.generate_tokens(io.StringIO(self.text).readline)
            if token.type not in _NO_CODE
            for line in range(token.start[0], token.end[0] + 1)
        }
        for node in ast.walk(self.tree):
            if _is_docstring(node):
                lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        return lines


_NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def sources(folder: Path) -> list[Source]:
    """Read every Python file below a folder, in sorted order."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Source(path.relative_to(folder.parent), text, ast.parse(text)))
    return found


def length(source: Source, function: Function, code: set[int]) -> int:
    """Return the lines of code in a function's body, docstring, comments and blank lines left out."""
    return sum(line in code for line in range(function.body[0].lineno, (function.end_lineno or 0) + 1))


def arguments(function: Function) -> int:
    """Return how many arguments a caller may give; `self` and `cls` are not given by callers."""
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return len(given) - (bool(given) and given[0].arg in {"self", "cls"})


def nesting(node: ast.AST, depth: int = 0) -> int:
    """Return how deep statements stand in one another below a node."""
    deepest = depth
    for child in ast.iter_child_nodes(node):
        inner = depth + isinstance(child, _NESTING) - _is_elif(node, child)
        deepest = max(deepest, nesting(child, inner))
    return deepest


def _is_elif(node: ast.AST, child: ast.AST) -> int:
    return int(isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child])


def mutable_state(tree: ast.Module) -> list[int]:
    """Return the lines of module-level names bound to a bare list, dict or set that is not annotated as read-only."""
    kinds = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    found = []
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, kinds) and not _is_all(node):
            found.append(node.lineno)
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, kinds) and not _is_read_only(node.annotation):
            found.append(node.lineno)
    return found


def _is_all(node: ast.Assign) -> bool:
    return all(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)


def _is_read_only(annotation: ast.expr) -> bool:
    return ast.unparse(annotation).split("[")[0] in {"Mapping", "Sequence", "Collection", "Set", "Final"}
