from __future__ import annotations

import pytest

from reread.analyzers.text import Span
from reread.rag.retrieval.rank_fusion import fuse
from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import write


@pytest.fixture
def index(sample):
    opened = WorkspaceIndex(str(sample))
    opened.run()
    yield opened
    opened.close()


def context(index, folder, path, marked, limit=4_000, text=None):
    text = (folder / path).read_text() if text is None else text
    start = text.index(marked)
    return index.context(str(folder / path), text, start, start + len(marked), limit)


def reasons(pieces):
    result = {}
    for piece in pieces:
        result.setdefault(piece.reason, set()).add(f"{piece.path}:{piece.name}")
    return result


def test_what_the_change_calls_and_what_calls_it(index, sample):
    found = reasons(context(index, sample, "shop/invoice.py", "def total(self)"))
    assert {"shop/money.py:parse_money", "shop/tax.py:value_added_tax"} <= found["called by the change"]
    found = reasons(context(index, sample, "shop/money.py", "def parse_money"))
    assert "shop/invoice.py:Invoice" in found["calls the change"]
    assert "tests/test_money.py:test_an_amount_is_read" in found["tests the change"]


def test_the_class_around_a_method_and_its_neighbours(index, sample):
    text = (sample / "shop/money.py").read_text() + "\n" * 3
    filler = "".join(f"    def m{number}(self):\n        return {number}\n\n" for number in range(20))
    text = text.replace("    def formatted", filler + "    def formatted")
    found = reasons(context(index, sample, "shop/money.py", "self.rounded()}", text=text))
    assert "shop/money.py:Money" in found["around the change"]
    assert "shop/money.py:Money.rounded" in found["called by the change"]
    assert "shop/money.py:Money.m19" in found["beside the change"]


def test_other_languages(index, sample):
    found = reasons(context(index, sample, "web/cart.ts", "summary(): string"))
    assert "web/price.ts:formatPrice" in found["called by the change"]
    found = reasons(context(index, sample, "service/main.go", "func listen"))
    assert "service/main.go:Server.Start" in found["calls the change"]


def test_names_are_not_looked_for_in_other_languages(index, sample):
    write(sample, {"web/other.ts": "export function parse_money() { return 1 }\n"})
    index.run()
    pieces = context(index, sample, "shop/invoice.py", "def total(self)")
    assert "web/other.ts" not in {piece.path for piece in pieces if piece.reason == "called by the change"}


def test_who_inherits(index, sample):
    write(sample, {"shop/gift.py": "from shop.money import Money\n\nclass Voucher(Money):\n    code = 1\n"})
    index.run()
    found = reasons(context(index, sample, "shop/money.py", "class Money"))
    assert "shop/gift.py:Voucher" in found["inherits from the change"]


def test_imports_decide_between_equal_names(index, sample):
    clones = {f"lib{number}/tool.py": "def value_added_tax(x): ...\n" for number in range(6)}
    write(sample, clones)
    index.run()
    pieces = context(index, sample, "shop/invoice.py", "def total(self)")
    called = [piece.path for piece in pieces if piece.reason == "called by the change"]
    assert "shop/tax.py" in called
    assert not {"lib0/tool.py", "lib5/tool.py"} & set(called)


def test_similar_code_is_found_by_its_words(index, sample):
    write(
        sample,
        {"shop/parse.py": "def read_amount(text):\n    amount, currency = text.split()\n    return amount, currency\n"},
    )
    index.run()
    pieces = context(index, sample, "shop/money.py", "def parse_money")
    assert "shop/parse.py" in {piece.path for piece in pieces}


def test_guidance_comes_first_and_the_nearest_before_the_others(index, sample):
    write(sample, {"shop/AGENTS.md": "Use Money.\n"})
    pieces = context(index, sample, "shop/tax.py", "def value_added_tax")
    assert [(piece.path, piece.reason) for piece in pieces[:2]] == [
        ("shop/AGENTS.md", "team guidance"),
        ("AGENTS.md", "team guidance"),
    ]


def test_guidance_outside_the_folder_is_not_read(index, sample, tmp_path):
    (tmp_path / "secret").write_text("keys")
    (sample / "CLAUDE.md").symlink_to(tmp_path / "secret")
    assert "keys" not in {piece.text for piece in context(index, sample, "shop/tax.py", "RATE")}


def test_the_change_itself_is_never_context(index, sample):
    pieces = context(index, sample, "shop/tax.py", "def value_added_tax")
    assert {"def value_added_tax" in piece.text for piece in pieces} == {False}


def test_unsaved_text_wins_over_what_is_indexed(index, sample):
    text = (sample / "shop/money.py").read_text().replace("def rounded", "def in_cents")
    pieces = context(index, sample, "shop/money.py", "def parse_money", text=text)
    assert not [piece for piece in pieces if "def rounded" in piece.text]


def test_the_budget_is_kept_and_cut_pieces_say_so(index, sample):
    write(sample, {"AGENTS.md": "Line of guidance.\n" * 500})
    pieces = context(index, sample, "shop/invoice.py", "def total(self)", 400)
    assert sum(len(piece.text) for piece in pieces) <= 400 * 3.6
    guidance = pieces[0]
    assert (guidance.truncated, guidance.reason) == (True, "team guidance, shortened")
    assert guidance.text.endswith("\n")
    assert guidance.end_line == guidance.text.count("\n")
    assert any(piece.kind != "guidance" for piece in pieces)


@pytest.mark.parametrize("limit", [0, 1])
def test_without_a_budget_there_is_nothing(index, sample, limit):
    assert context(index, sample, "shop/invoice.py", "def total(self)", limit) == []


def test_pieces_show_what_is_in_the_file(index, sample):
    pieces = context(index, sample, "shop/invoice.py", "def total(self)")
    assert pieces
    for piece in pieces:
        lines = (sample / piece.path).read_text().splitlines(keepends=True)
        assert "".join(lines[piece.start_line - 1 : piece.end_line]).strip() == piece.text.strip()


def test_the_same_question_has_the_same_answer(index, sample):
    first = context(index, sample, "shop/invoice.py", "def total(self)")
    assert first == context(index, sample, "shop/invoice.py", "def total(self)")


def test_before_anything_is_indexed_the_file_itself_answers(sample):
    index = WorkspaceIndex(str(sample))
    pieces = context(index, sample, "service/main.go", "func listen")
    assert "calls the change" in {piece.reason for piece in pieces}
    assert index.search("money") == []
    index.close()


def test_texts_without_a_file_or_a_language(index, sample):
    assert index.context("", "value_added_tax(total)", 0, 5, 2_000, "python")
    assert index.context(str(sample / "notes.txt"), "value added tax", 3, 3)
    assert index.context(str(sample / "empty.py"), "", 0, 0)


def test_search_finds_names_words_and_forms_of_them(index):
    assert index.search("value_added_tax")[0].reason == "defines it"
    assert index.search("listens until stopped")[0].name == "Server.Start"
    assert index.search("mail message")[0].path in ("shop/mail.py", "README.md")
    assert index.search('"; DROP TABLE chunk; --') is not None
    assert index.search("") == []
    assert len(index.search("the", limit=1)) <= 1


def test_words_of_the_changed_lines_count_for_more_than_those_around_them(index, sample):
    same = "    note = read_customer_note(order)\n"
    code = "def send(order):\n    parcel = pack(order, order.weight, order.address)\n    label = print_label(parcel)\n"
    write(sample, {"a.py": code + same, "b.py": "def bill(order):\n" + same, "c.py": code.replace("send", "resend")})
    index.run()
    path, text = sample / "a.py", code + same
    start = text.index(same)
    change = index.retriever.change(str(path), text, 0, len(text), changed=[Span(start, len(text))])
    assert change.changed_text == same
    (first, *_) = fuse(index.retriever.rankings(change, frozenset({"keywords"})))
    assert (first.path, first.reason) == ("b.py", "shares words with the changed lines")
    whole = index.retriever.change(str(path), text, 0, len(text))
    (first, *_) = fuse(index.retriever.rankings(whole, frozenset({"keywords"})))
    assert (whole.changed_text, first.path, first.reason) == ("", "c.py", "shares words with the change")


def test_what_unchanged_lines_call_is_less_sure(index, sample):
    text = (sample / "shop/invoice.py").read_text()
    path, start = str(sample / "shop/invoice.py"), text.index("def total")

    def called(*marked):
        spans = [Span(text.index(each), text.index(each) + len(each)) for each in marked]
        change = index.retriever.change(path, text, start, len(text), changed=spans)
        return {one.piece.path: one.strength for one in index.retriever.rankings(change)["called"]}

    everything, some = called(), called("return value_added_tax(total)")
    assert some["shop/tax.py"] == everything["shop/tax.py"]
    assert some["shop/money.py"] < everything["shop/money.py"]


def test_the_first_line_of_a_message_says_what_it_is_about(index, sample):
    message = "Put the tax on amounts\n\nMessages that leave by mail are as they were, and so is the mail server."
    found = index.retriever.found(message, 20)
    assert set(found) == {"mentioned", "in text", "title in name", "title meant", "text meant"}
    assert fuse(found)[0].path == "shop/tax.py"
    wrapped = "Put the tax\non amounts\n\nMessages that leave by mail are as they were, and so is the mail server."
    assert fuse(index.retriever.found(wrapped, 20)) == fuse(found)
    assert "meant" in index.retriever.found("A title\n\nThat is too short", 20)
    assert "meant" in index.retriever.found("Put the tax\non amounts", 20)


def test_what_every_message_has_says_nothing(index):
    message = "Put the tax on amounts\n\nIt is due on them, says the law, and so is the interest.\n"
    signed = f"{message}\nMail-Server: Send A. Mail <mail@example.org>\nhttps://example.org/mail 0a1b2c3d4e5f\n"
    assert fuse(index.retriever.found(signed, 20)) == fuse(index.retriever.found(message, 20))
    mailed = message.replace("amounts", "amounts MIME-Version: 1.0 Content-Type: text/mail;\n charset=UTF-8")
    mailed += "\nThanks to Ann Mail\nfor the report and B for the tax.\n"
    assert fuse(index.retriever.found(mailed, 20)) == fuse(index.retriever.found(message, 20))
    assert "shop/mail.py" in {each.path for each in index.search("https://example.org/mail")}


def test_code_comes_before_prose_that_says_the_same(index, sample):
    words = "drop parcels that nobody collected"
    write(sample, {"NEWS.md": f"# News\n\n{words}\n", "shop/parcel.py": f"def tidy():\n    # {words}\n    pass\n"})
    index.run()
    assert index.search(words)[0].path == "shop/parcel.py"


def test_tests_come_first_only_where_they_are_asked_for(index, sample):
    words = "drop parcels that nobody collected"
    code = "def {}():\n    # " + words + " latest\n    pass\n"
    write(sample, {"shop/parcel.py": code.format("tidy"), "tests/test_parcels.py": code.format("test_drop")})
    index.run()
    assert index.search(f"{words} latest")[0].path == "shop/parcel.py"
    assert index.search(f"test that we {words} latest")[0].path == "tests/test_parcels.py"


def test_an_abbreviation_is_no_name(index, sample):
    write(sample, {"shop/clock.py": "class Clock:\n    def g(self): ...\n"})
    index.run()
    found = index.retriever.found("the hour, e.g. of a mail", 20)["defined"]
    assert [one.piece.name for one in found] == ["Clock"] and found[0].strength < 0.1
    assert index.search("g")[0].reason == "defines it"


def test_the_head_of_a_file_is_no_context_whatever_licence_stands_above_it(index, sample):
    licence = "// The parcel authors grant a licence.\n" * 3
    imports = "import { weighParcel } from './parcel'\nimport { labelParcel } from './parcel'\n"
    code = "export function {}() {{\n  return weighParcel(labelParcel(1))\n}}\n"
    write(sample, {f"web/{name}.ts": f"{licence}{imports}\n{code.format(name)}" for name in ("ship", "send")})
    index.run()
    found = context(index, sample, "web/ship.ts", imports)
    assert [piece.name for piece in found if piece.path == "web/send.ts"] == ["send"]
