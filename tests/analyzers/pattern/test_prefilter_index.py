from reread.analyzers.pattern.prefilter.prefilter_index import WordIndex


def test_one_of_the_words_is_enough_and_who_names_none_is_always_asked():
    index = WordIndex([(1, {b"exec", b"eval"}), (2, {b"open"}), (3, ())])
    assert index.possible({b"eval", b"other"}) == {1, 3}
    assert index.possible({b"open", b"exec"}) == {1, 2, 3}
    assert index.possible(set()) == {3}
