"""Joins a template with those that it extends and includes, so that a page is the work of one function."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

Parse = Callable[[str], nodes.Template]
"""Gives the template of a name, joined itself."""
Macros = Mapping[str, Mapping[str, nodes.Macro]]
"""The macros of modules, by the module's name and their own."""
AnyNode = TypeVar("AnyNode", bound=nodes.Node)
Statements = nodes.Node | list[nodes.Node]
NOTHING: Mapping[str, Any] = {}
SETTING = (nodes.Import, nodes.FromImport, nodes.Assign, nodes.AssignBlock, nodes.Macro)
"""What gives something a name; where a template says it outside of its blocks, its parent knows it too."""
UNSAID = (nodes.Output, nodes.Block, nodes.Extends)
"""What a template that extends another says outside of its blocks to no effect."""


class NotFlatError(Exception):
    """A template does what only Jinja's own way of joining templates can do."""


def joined(template: nodes.Template, parse: Parse) -> nodes.Template:
    """The template with its parents and the parts that it includes by name put in place; its blocks are still blocks.

    Raises `NotFlatError`: a parent that is not named outright, `self`, a `super()` that is more than printed.
    """
    _Parts(parse).visit(template)
    if any(name.name == "self" for name in template.find_all(nodes.Name)):
        raise NotFlatError
    if template.find(nodes.Extends) is None:
        return template
    parent = parse(_parent_name(template))
    own = _blocks(template)
    _print_inherited(own, _blocks(parent))
    _Overriding(own).visit(parent)
    parent.body[:0] = _head(template)
    return parent


def copied(node: AnyNode) -> AnyNode:
    """A node that can be changed without changing this one."""
    twin = object.__new__(type(node))
    for name, value in vars(node).items():
        setattr(twin, name, _copied(value))
    return twin


def plain_macros(module: nodes.Template) -> dict[str, nodes.Macro]:
    """The macros of a module that know nothing but their arguments, by name."""
    return {macro.name: macro for macro in module.body if isinstance(macro, nodes.Macro) and _knows_arguments(macro)}


def flat(template: nodes.Template, macros: Macros = NOTHING, known: Mapping[str, object] = NOTHING) -> nodes.Template:
    """The template as one row of statements, in which all is said that can be said before any page is made.

    The borders of its blocks go; what is set in one is still unknown outside of it. What `macros` say stands in the
    place of each statement that prints one as `module.name(…)`. Of things that are the same on every page, `known` by
    name, what they say stands in the place of each question `name.attribute`, and of branches the one that is taken.
    """
    own = {name.name for name in template.find_all(nodes.Name) if name.ctx != "load"}
    others = {name: said for name, said in macros.items() if name not in own}
    _Flattening(others, {name: thing for name, thing in known.items() if name not in own}).visit(template)
    return template


def _copied(value: object) -> object:
    if isinstance(value, list):
        return [_copied(part) for part in value]
    return copied(value) if isinstance(value, nodes.Node) else value


def _parent_name(template: nodes.Template) -> str:
    extends = [*template.find_all(nodes.Extends)]
    if len(extends) == 1 and extends[0] in template.body and isinstance(extends[0].template, nodes.Const):
        return str(extends[0].template.value)
    raise NotFlatError


def _head(template: nodes.Template) -> list[nodes.Node]:
    if not all(isinstance(node, SETTING + UNSAID) for node in template.body):
        raise NotFlatError
    return [node for node in template.body if isinstance(node, SETTING)]


def _blocks(template: nodes.Template) -> dict[str, nodes.Block]:
    blocks = [*template.find_all(nodes.Block)]
    named = {block.name: block for block in blocks}
    if len(named) < len(blocks):  # defined twice: Jinja says so
        raise NotFlatError
    return named


def _print_inherited(own: Mapping[str, nodes.Block], inherited: Mapping[str, nodes.Block]) -> None:
    for name, block in own.items():
        if name in inherited:
            _Inherited(inherited[name].body).visit_body(block)
        if any(found.name == "super" for found in block.find_all(nodes.Name)):
            raise NotFlatError


class _Parts(NodeTransformer):
    """Puts what is included in the place of the statement that includes it."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def visit_Include(self, node: nodes.Include) -> Statements:  # noqa: N802 - Jinja's way of naming
        if not isinstance(node.template, nodes.Const) or node.ignore_missing or not node.with_context:
            return node
        return _apart(flat(self._parse(str(node.template.value))).body)


class _Inherited(NodeTransformer):
    """Puts the parent's block in the place of each printed `super()`."""

    def __init__(self, inherited: list[nodes.Node]) -> None:
        self._inherited = inherited

    def visit_body(self, block: nodes.Block) -> None:
        self.generic_visit(block)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802 - Jinja's way of naming
        return node  # a block inside of the block has a `super()` of its own

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802 - Jinja's way of naming
        return [
            nodes.Scope(self._inherited) if _is_super(one) else nodes.Output([one], lineno=one.lineno)
            for one in node.nodes
        ]


class _Overriding(NodeTransformer):
    """Puts a template's own blocks in the place of its parent's."""

    def __init__(self, own: Mapping[str, nodes.Block]) -> None:
        self._own = own

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802 - Jinja's way of naming
        self.generic_visit(node)
        return self._own.get(node.name, node)


class _Flattening(NodeTransformer):
    """Takes borders away, and says what is known."""

    def __init__(self, macros: Macros, known: Mapping[str, object]) -> None:
        self._macros = macros
        self._known = known

    def generic_visit(self, node: nodes.Node, *args: Any, **options: Any) -> nodes.Node:
        super().generic_visit(node, *args, **options)
        for name, value in node.iter_fields():
            if isinstance(value, list) and value and isinstance(value[0], nodes.Stmt):
                setattr(node, name, _in_rows(value))
        return node

    def visit_Block(self, node: nodes.Block) -> Statements:  # noqa: N802 - Jinja's way of naming
        self.generic_visit(node)
        return _apart(node.body)

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802 - Jinja's way of naming
        self.generic_visit(node)
        return [self._said(one) or nodes.Output([one], lineno=one.lineno) for one in node.nodes]

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 - Jinja's way of naming
        self.generic_visit(node)
        thing = self._known.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        answer = getattr(thing, node.attr, None)
        return nodes.Const(answer, lineno=node.lineno) if isinstance(answer, str | bool) else node

    def visit_If(self, node: nodes.If) -> Statements:  # noqa: N802 - Jinja's way of naming
        self.generic_visit(node)
        if isinstance(node.test, nodes.Const) and not node.elif_:
            return list(node.body if node.test.value else node.else_)
        return node

    def _said(self, node: nodes.Expr) -> nodes.Node | None:
        if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr)):
            return None
        owner = node.node.node
        macros = self._macros.get(owner.name, NOTHING) if isinstance(owner, nodes.Name) else NOTHING
        macro: nodes.Macro | None = macros.get(node.node.attr)
        if macro is None or len(node.args) != len(macro.args) or node.kwargs or node.dyn_args:
            return None
        targets = [nodes.Name(argument.name, "store", lineno=node.lineno) for argument in macro.args]
        return nodes.With(targets, node.args, macro.body, lineno=node.lineno)


def _apart(body: list[nodes.Node]) -> Statements:
    """The statements, in a scope of their own if they set a name."""
    scope = nodes.Scope(body)
    return scope if any(scope.find_all(SETTING)) else body


def _in_rows(statements: list[nodes.Node]) -> list[nodes.Node]:
    """The statements, those that print in a row as one: Jinja then makes one text of the words that it knows."""
    rows: list[nodes.Node] = []
    for statement in statements:
        last = rows[-1] if rows else None
        if isinstance(statement, nodes.Output) and isinstance(last, nodes.Output):
            rows[-1] = nodes.Output([*last.nodes, *statement.nodes], lineno=last.lineno)
        else:
            rows.append(statement)
    return rows


def _knows_arguments(macro: nodes.Macro) -> bool:
    known = {"loop", *(argument.name for argument in macro.args)}
    names = [*macro.find_all(nodes.Name)]
    known |= {name.name for name in names if name.ctx == "store"}
    return not macro.defaults and all(name.name in known for name in names)


def _is_super(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "super"
