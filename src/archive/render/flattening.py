"""Joins a template with those that it extends and includes, so that a page is the work of one function."""

from collections.abc import Callable, Mapping

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

Parse = Callable[[str], nodes.Template]
"""Gives the template of a name, joined itself."""
HEAD = (nodes.Import, nodes.FromImport, nodes.Assign, nodes.AssignBlock, nodes.Macro)
"""What a template may say outside of its blocks, and its parent then knows."""
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


def inlined(template: nodes.Template, module: str, macros: Mapping[str, nodes.Macro]) -> nodes.Template:
    """The template with what `macros` say in the place of each statement that prints one as `module.name(…)`."""
    if not any(name.name == module and name.ctx != "load" for name in template.find_all(nodes.Name)):
        _Saying(module, macros).visit(template)
    return template


def plain_macros(module: nodes.Template) -> dict[str, nodes.Macro]:
    """The macros of a module that know nothing but their arguments, by name."""
    return {macro.name: macro for macro in module.body if isinstance(macro, nodes.Macro) and _knows_arguments(macro)}


def flat(template: nodes.Template) -> nodes.Template:
    """The template without the borders of its blocks; what is set in one is still unknown outside of it."""
    _Borders().visit(template)
    return template


def _parent_name(template: nodes.Template) -> str:
    extends = [*template.find_all(nodes.Extends)]
    if len(extends) == 1 and extends[0] in template.body and isinstance(extends[0].template, nodes.Const):
        return str(extends[0].template.value)
    raise NotFlatError


def _head(template: nodes.Template) -> list[nodes.Node]:
    if not all(isinstance(node, HEAD + UNSAID) for node in template.body):
        raise NotFlatError
    return [node for node in template.body if isinstance(node, HEAD)]


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

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 - Jinja's way of naming
        if not isinstance(node.template, nodes.Const) or node.ignore_missing or not node.with_context:
            return node
        part = self._parse(str(node.template.value))
        return nodes.Scope(flat(part).body, lineno=node.lineno)


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


class _Borders(NodeTransformer):
    """Makes each block a scope."""

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802 - Jinja's way of naming
        self.generic_visit(node)
        return nodes.Scope(node.body, lineno=node.lineno)


class _Saying(NodeTransformer):
    """Puts what a macro says in the place of the statement that prints it."""

    def __init__(self, module: str, macros: Mapping[str, nodes.Macro]) -> None:
        self._module = module
        self._macros = macros

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802 - Jinja's way of naming
        return [self._said(one) or nodes.Output([one], lineno=one.lineno) for one in node.nodes]

    def _said(self, node: nodes.Expr) -> nodes.Node | None:
        if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr)):
            return None
        owner, macro = node.node.node, self._macros.get(node.node.attr)
        named = isinstance(owner, nodes.Name) and owner.name == self._module
        if macro is None or not named or len(node.args) != len(macro.args) or node.kwargs or node.dyn_args:
            return None
        targets = [nodes.Name(argument.name, "store", lineno=node.lineno) for argument in macro.args]
        return nodes.With(targets, node.args, macro.body, lineno=node.lineno)


def _knows_arguments(macro: nodes.Macro) -> bool:
    known = {"loop", *(argument.name for argument in macro.args)}
    names = [*macro.find_all(nodes.Name)]
    known |= {name.name for name in names if name.ctx == "store"}
    return not macro.defaults and all(name.name in known for name in names)


def _is_super(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "super"
