--- What Reread found, in lists and in a status line.
local M = {}

M.NOTHING = "no finding here; place the cursor on a finding and try again"

--- The diagnostics that are Reread's: of a buffer, or (nil) of the workspace, with files that are not open.
local function of(buffer, options)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.source == "Reread"
  end, vim.diagnostic.get(buffer, options))
end

--- The finding under the cursor, or the only one on its line.
function M.here()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local on_line = of(0, { lnum = row - 1 })
  local chosen = #on_line == 1 and on_line[1] or nil
  for _, diagnostic in ipairs(on_line) do
    local last_line = diagnostic.end_lnum ~= diagnostic.lnum
    if diagnostic.col <= column and (last_line or column <= diagnostic.end_col) then
      chosen = diagnostic
    end
  end
  return chosen
end

--- What the server added to the finding under the cursor to find it again; empty where there is none.
function M.reference()
  return vim.tbl_get(M.here() or {}, "user_data", "lsp", "data") or {}
end

--- Items for a quickfix list, in the order of files and lines.
local function items(buffer)
  local found = of(buffer)
  table.sort(found, function(one, other)
    local name, other_name = vim.api.nvim_buf_get_name(one.bufnr), vim.api.nvim_buf_get_name(other.bufnr)
    if name ~= other_name then
      return name < other_name
    end
    return one.lnum < other.lnum or (one.lnum == other.lnum and one.col < other.col)
  end)
  return vim.diagnostic.toqflist(found)
end

--- Fills the quickfix list with the findings of the workspace, and opens it if there are any.
function M.to_quickfix()
  vim.fn.setqflist({}, " ", { title = "Reread", items = items(nil) })
  vim.cmd("cwindow")
end

--- The same with the findings of this buffer, in the location list of this window.
function M.to_location_list()
  vim.fn.setloclist(0, {}, " ", { title = "Reread", items = items(0) })
  vim.cmd("lwindow")
end

--- Lists the findings of the workspace in the picker that is installed, else in the quickfix list.
function M.pick()
  local found = items(nil)
  if #found == 0 then
    require("reread.client").say("no findings")
  elseif not require("reread.pickers").open(found) then
    M.to_quickfix()
  end
end

--- For a status line: empty where no server runs, "Reread" without findings, else with their numbers.
function M.statusline()
  if not require("reread.client").of(0) then
    return ""
  end
  local numbers = {}
  for _, diagnostic in ipairs(of(0)) do
    numbers[diagnostic.severity] = (numbers[diagnostic.severity] or 0) + 1
  end
  local text = "Reread"
  for severity, letter in ipairs({ "E", "W", "I", "H" }) do
    if numbers[severity] then
      text = text .. " " .. letter .. numbers[severity]
    end
  end
  return text
end

return M
