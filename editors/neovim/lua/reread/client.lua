--- Starts the server and finds it again: `vim.lsp.config` from Neovim 0.11 on, `vim.lsp.start_client` before.
local config = require("reread.config")

local M = {}

--- The folder above the file that holds one of the root markers; else the folder of the file.
local function root_of(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local start = name ~= "" and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd()
  local folder = start
  while true do
    for _, marker in ipairs(config.options.root_markers) do
      local path = folder .. "/" .. marker
      if vim.fn.isdirectory(path) == 1 or vim.fn.filereadable(path) == 1 then
        return folder
      end
    end
    local above = vim.fn.fnamemodify(folder, ":h")
    if above == folder then
      return start
    end
    folder = above
  end
end

--- What Neovim can do, what is handled here, and what its older versions do without declaring it.
local function capabilities()
  local ours = {
    window = { showDocument = { support = true } },
    workspace = { configuration = true },
    textDocument = { publishDiagnostics = { dataSupport = true } },
  }
  local theirs = vim.lsp.protocol.make_client_capabilities()
  return vim.tbl_deep_extend("force", theirs, ours, config.options.capabilities or {})
end

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

--- Answers the server's request to show a page: as a read-only buffer, in a split or a floating window. Neovim before 0.8 has no such handler.
local function show_document(_, params)
  if params.external then
    if vim.ui.open then
      vim.ui.open(params.uri)
    end
    return { success = vim.ui.open ~= nil }
  end
  local is_page = params.uri:match("%.md$") ~= nil
  if is_page and config.options.pages == "float" then
    float()
    vim.cmd("edit " .. vim.fn.fnameescape(vim.uri_to_fname(params.uri)))
  else
    vim.cmd("split " .. vim.fn.fnameescape(vim.uri_to_fname(params.uri)))
  end
  if is_page then
    vim.bo.modifiable = false
    vim.bo.bufhidden = "wipe"
    vim.api.nvim_buf_set_keymap(0, "n", "q", "<Cmd>close<CR>", { noremap = true, nowait = true, silent = true })
  end
  if params.selection then
    local start = params.selection.start
    pcall(vim.api.nvim_win_set_cursor, 0, { start.line + 1, start.character })
  end
  return { success = true }
end

local function client_config(root)
  return {
    name = "reread",
    cmd = config.options.cmd,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = vim.fn.fnamemodify(root, ":t") } },
    -- An empty Lua table alone would be sent as an empty list.
    settings = { reread = next(config.options.settings) and config.options.settings or vim.empty_dict() },
    capabilities = capabilities(),
    get_language_id = function(_, filetype)
      return M.language_id(filetype)
    end,
    handlers = { ["window/showDocument"] = show_document },
    on_attach = config.options.on_attach,
  }
end

--- Where Neovim's name of a file type is not the protocol's name of the language.
local language_ids = { cs = "csharp", cuda = "cuda-cpp", sh = "shellscript" }

function M.language_id(filetype)
  return language_ids[filetype] or filetype
end

--- True for files and new buffers; not for terminals, or for buffers that are named by an address of a plug-in's own.
local function has_file(buffer)
  return vim.bo[buffer].buftype == "" and not vim.api.nvim_buf_get_name(buffer):match("^%a[%w+.-]+://")
end

--- The client that works on the buffer, or nil.
function M.of(buffer)
  buffer = (buffer == nil or buffer == 0) and vim.api.nvim_get_current_buf() or buffer
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, client in pairs(get({ bufnr = buffer, name = "reread" })) do
    -- Neovim 0.7 ignores the filter.
    if client.name == "reread" and vim.lsp.buf_is_attached(buffer, client.id) then
      return client
    end
  end
end

local started = {}

--- Starts the server for the project of the buffer, or attaches the one that runs there already.
function M.start(buffer)
  buffer = (buffer == nil or buffer == 0) and vim.api.nvim_get_current_buf() or buffer
  if not has_file(buffer) or M.of(buffer) then
    return
  end
  if vim.fn.executable(config.options.cmd[1]) == 0 then
    vim.notify_once("Reread: there is no program " .. config.options.cmd[1] .. "; see :help reread-install", vim.log.levels.ERROR)
    return
  end
  local root = root_of(buffer)
  if vim.lsp.start then
    vim.lsp.start(client_config(root), { bufnr = buffer })
    return
  end
  local id = started[root]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client(client_config(root))
    started[root] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

--- Stops every server and starts it again for the buffers that it worked on.
function M.restart()
  local buffers = {}
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local client = vim.api.nvim_buf_is_loaded(buffer) and M.of(buffer)
    if client then
      buffers[#buffers + 1] = buffer
      vim.lsp.stop_client(client.id, true)
    end
  end
  started = {}
  if #buffers == 0 then
    buffers = { vim.api.nvim_get_current_buf() }
  end
  vim.wait(5000, function()
    return vim.tbl_isempty(vim.tbl_filter(M.of, buffers))
  end, 20)
  for _, buffer in ipairs(buffers) do
    M.start(buffer)
  end
end

--- Has the server started with every file of the types in the options.
function M.enable()
  if vim.lsp.config and vim.lsp.enable then
    local base = client_config(vim.fn.getcwd())
    base.root_dir = function(buffer, use)
      if has_file(buffer) then
        use(root_of(buffer))
      end
    end
    base.workspace_folders = nil
    base.filetypes = config.options.filetypes
    vim.lsp.config("reread", base)
    vim.lsp.enable("reread")
    return
  end
  local group = vim.api.nvim_create_augroup("reread", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = config.options.filetypes,
    callback = function(event)
      M.start(event.buf)
    end,
  })
  -- Files that were opened before the plug-in was set up.
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(config.options.filetypes, vim.bo[buffer].filetype) then
      M.start(buffer)
    end
  end
end

return M
