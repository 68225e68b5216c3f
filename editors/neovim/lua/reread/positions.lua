--- Places in a text as the client and the server agreed to count them.
local M = {}

local function character(text, byte, encoding)
  byte = math.min(byte, #text)
  if encoding == "utf-8" then
    return byte
  end
  if vim.fn.has("nvim-0.11") == 1 then
    return vim.str_utfindex(text, encoding, byte, false)
  end
  local utf32, utf16 = vim.str_utfindex(text, byte)
  return encoding == "utf-32" and utf32 or utf16
end

local function byte(text, character, encoding)
  if encoding == "utf-8" then
    return math.min(character, #text)
  end
  if vim.fn.has("nvim-0.11") == 1 then
    return vim.str_byteindex(text, encoding, character, false)
  end
  local known, found = pcall(vim.str_byteindex, text, character, encoding == "utf-16")
  return known and found or #text
end

local function of_position(buffer, position, encoding)
  local text = vim.api.nvim_buf_get_lines(buffer, position.line, position.line + 1, false)[1] or ""
  return { position.line + 1, byte(text, position.character, encoding) }
end

--- Start and end of an LSP range in a buffer, each as a line from 1 and a byte from 0.
function M.of_range(buffer, range, encoding)
  return of_position(buffer, range.start, encoding), of_position(buffer, range["end"], encoding)
end

--- The cursor as an empty LSP range, or whole lines when `first` and `last` (from 1) are given.
function M.range(buffer, encoding, first, last)
  if first then
    return { start = { line = first - 1, character = 0 }, ["end"] = { line = last, character = 0 } }
  end
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  return M.empty_range(buffer, row - 1, column, encoding)
end

--- An empty LSP range at a line from 0 and a byte in it.
function M.empty_range(buffer, line, column, encoding)
  local text = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1] or ""
  local position = { line = line, character = character(text, column, encoding) }
  return { start = position, ["end"] = position }
end

return M
