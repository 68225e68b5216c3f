import pytest

from reread.analyzers.pattern.regex.regex_alternatives import literal_alternatives


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("^(get|post)$", {"get", "post"}),
        ("^(?:get|post)$", {"get", "post"}),
        ("^get$", {"get"}),
        ("^get|post$", set()),
        ("^(get|post)", set()),
        ("(get|post)$", set()),
        ("^(get|post$", set()),
        ("^(get|po.t)$", set()),
        ("(?i)^(get)$", set()),
        ("^(?i:get)$", set()),
        ("^(Must)?Exec(Context)?$", {"Exec", "MustExec", "ExecContext", "MustExecContext"}),
        (
            "^(Must|Should)?Bind(JSON|With(JSON|XML))$",
            {
                *("BindJSON", "BindWithJSON", "BindWithXML"),
                *("MustBindJSON", "MustBindWithJSON", "MustBindWithXML"),
                *("ShouldBindJSON", "ShouldBindWithJSON", "ShouldBindWithXML"),
            },
        ),
        ("^[gs]et$", {"get", "set"}),
        ("^sha[1-3]$", {"sha1", "sha2", "sha3"}),
        ("^[^g]et$", set()),
        ("^[a-z]et$", set()),
        ("^(?!get)(get|post)$", set()),
        ("^(get|post)?$", set()),
        ("^(get)+$", set()),
        ("^get-it$", set()),
        ("^(get)|(post)$", set()),
        ("^(a|b)?(c|d$", set()),
        ("^" + "(a|b|c)" * 6 + "$", set()),
        ("^" + "(" * 30 + "a" + ")" * 30 + "$", set()),
    ],
)
def test_the_texts_of_an_expression_are_known_when_they_are_few_words(expression, texts):
    assert literal_alternatives(expression) == texts
