--- Lists of findings in the pickers of other plug-ins: Telescope, fzf-lua and snacks.nvim.
local config = require("reread.config")

local M = {}

local function position(item)
  return vim.api.nvim_buf_get_name(item.bufnr), item.lnum, math.max(1, item.col)
end

local function described(item)
  local name, line, column = position(item)
  return ("%s:%d:%d: %s %s"):format(vim.fn.fnamemodify(name, ":~:."), line, column, item.type, item.text)
end

local function telescope(items)
  local values = require("telescope.config").values
  require("telescope.pickers")
    .new({}, {
      prompt_title = "Reread",
      finder = require("telescope.finders").new_table({
        results = items,
        entry_maker = function(item)
          local name, line, column = position(item)
          return {
            value = item,
            display = described(item),
            ordinal = described(item),
            filename = name,
            lnum = line,
            col = column,
          }
        end,
      }),
      sorter = values.generic_sorter({}),
      previewer = values.qflist_previewer({}),
    })
    :find()
end

local function fzf_lua(items)
  local actions = require("fzf-lua.actions")
  require("fzf-lua").fzf_exec(vim.tbl_map(function(item)
    return (described(item):gsub("\n", " "))
  end, items), {
    prompt = "Reread> ",
    previewer = "builtin",
    actions = {
      ["default"] = actions.file_edit_or_qf,
      ["ctrl-s"] = actions.file_split,
      ["ctrl-v"] = actions.file_vsplit,
      ["ctrl-t"] = actions.file_tabedit,
    },
  })
end

local function snacks(items)
  require("snacks").picker.pick({
    title = "Reread",
    format = "file",
    items = vim.tbl_map(function(item)
      local name, line, column = position(item)
      return { text = described(item), file = name, pos = { line, column - 1 }, line = item.type .. " " .. item.text }
    end, items),
  })
end

--- By their names in the option `picker`, in the order in which they are looked for: each with a module of its own.
local known = {
  { name = "telescope", module = "telescope", open = telescope },
  { name = "fzf-lua", module = "fzf-lua", open = fzf_lua },
  { name = "snacks", module = "snacks.picker", open = snacks },
}

--- Opens items of a quickfix list in the picker that is wanted, or in the first one that is installed. False where there
--- is none.
function M.open(items)
  for _, picker in ipairs(known) do
    local wanted = config.options.picker
    if (wanted == nil or wanted == picker.name) and pcall(require, picker.module) then
      picker.open(items)
      return true
    end
  end
  return false
end

return M
