def test_it(mock):
    # ruleid: mock-assertion-misspelt
    assert mock.called_once_with(1)
    # ruleid: mock-assertion-misspelt
    mock.not_called()
    # ok: mock-assertion-misspelt
    mock.assert_called_once_with(1)
    # ok: mock-assertion-misspelt
    assert mock.called
