--- Pages to read beside the code: those that the server asks to have shown, and the plug-in's own.
local config = require("reread.config")
local positions = require("reread.positions")

local M = {}

--- A window above the others, in their middle.
local function float()
  local width = math.max(20, math.min(100, vim.o.columns - 4))
  local height = math.max(5, math.floor(vim.o.lines * 0.7))
  vim.api.nvim_open_win(vim.api.nvim_create_buf(false, true), true, {
    relative = "editor",
    width = width,
    height = height,
    row = math.max(0, math.floor((vim.o.lines - height) / 2) - 1),
    col = math.max(0, math.floor((vim.o.columns - width) / 2)),
    border = "rounded",
  })
  vim.wo.wrap = true
end

--- Makes the current buffer one to read: `q` closes its window.
local function to_read()
  vim.bo.modifiable = false
  vim.bo.bufhidden = "wipe"
  vim.api.nvim_buf_set_keymap(0, "n", "q", "<Cmd>close<CR>", { noremap = true, nowait = true, silent = true })
end

--- Opens a page of Markdown in a split or a floating window.
function M.show(text)
  if config.options.pages == "float" then
    float()
  else
    vim.cmd("new")
  end
  vim.bo.buftype = "nofile"
  vim.bo.swapfile = false
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(vim.trim(text), "\n"))
  vim.bo.filetype = "markdown"
  to_read()
end

--- Goes to a file, in the window that shows it if there is one; what was written meanwhile is read again.
local function go_to(file)
  local window = vim.fn.bufwinid(vim.fn.bufnr("^" .. vim.fn.escape(file, "[]*?{},\\") .. "$"))
  if window ~= -1 then
    vim.api.nvim_set_current_win(window)
    vim.cmd("checktime")
  else
    vim.cmd("split " .. vim.fn.fnameescape(file))
  end
end

--- Puts the cursor at the start of an LSP range, and selects the range so that what is typed replaces it.
local function select(range, encoding)
  local first, last = positions.of_range(0, range, encoding)
  pcall(vim.api.nvim_win_set_cursor, 0, first)
  if last[1] > first[1] or last[2] > first[2] then
    vim.cmd("normal! v")
    pcall(vim.api.nvim_win_set_cursor, 0, { last[1], math.max(0, last[2] - 1) })
    vim.cmd(vim.api.nvim_replace_termcodes("normal! <C-g>", true, false, true))
  end
end

--- Answers the server's request to show a document. Neovim before 0.8 has no such handler.
function M.show_document(_, params, context)
  if params.external then
    if vim.ui.open then
      vim.ui.open(params.uri)
    end
    return { success = vim.ui.open ~= nil }
  end
  local file = vim.uri_to_fname(params.uri)
  local is_page = params.uri:match("%.md$") ~= nil
  if is_page and config.options.pages == "float" then
    float()
    vim.cmd("edit " .. vim.fn.fnameescape(file))
  else
    go_to(file)
  end
  if is_page then
    vim.bo.autoread = true
    to_read()
  end
  if params.selection then
    local server = vim.lsp.get_client_by_id(context.client_id)
    select(params.selection, server and server.offset_encoding or "utf-16")
  end
  return { success = true }
end

return M
