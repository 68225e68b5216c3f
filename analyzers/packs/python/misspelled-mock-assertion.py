def test_it(mock):
    # ruleid: misspelled-mock-assertion
    assert mock.called_once_with(1)
    # ruleid: misspelled-mock-assertion
    mock.not_called()
    # ok: misspelled-mock-assertion
    mock.assert_called_once_with(1)
    # ok: misspelled-mock-assertion
    assert mock.called
