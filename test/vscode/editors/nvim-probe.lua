-- Neovim 0.7 or later as a client of the language server, without plugins; writes what it saw as JSON.
-- Environment: LSP_CMD (JSON array), LSP_FILE, LSP_LINE and LSP_COLUMN (zero-based, for completion and hover), LSP_OUT;
-- LSP_CALLER, a second file, with LSP_CALL, a text in it that contains the name of another agent from its second character on.
local file = vim.fn.fnamemodify(vim.env.LSP_FILE, ':p')
local position = { line = tonumber(vim.env.LSP_LINE), character = tonumber(vim.env.LSP_COLUMN) }
local version = vim.version()
local seen = { editor = ('Neovim %d.%d.%d'):format(version.major, version.minor, version.patch) }

-- What a user's configuration does from 0.8 on is `vim.lsp.start`; 0.7 has its two halves.
local function start(config)
  if vim.lsp.start then return vim.lsp.start(config) end
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
  return id
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  vim.bo.filetype = 'markdown'
  local id = start({
    name = 'agent-authoring',
    cmd = vim.fn.json_decode(vim.env.LSP_CMD),
    root_dir = vim.fn.fnamemodify(file, ':h:h:h'),
    on_error = function(code, problem) seen.error = tostring(code) .. ' ' .. vim.inspect(problem) end,
  })
  local client = vim.lsp.get_client_by_id(id)
  if not vim.wait(10000, function() return client.initialized end, 20) then error('the server did not initialize') end

  local function wrong()
    return vim.tbl_filter(function(one) return one.severity <= vim.diagnostic.severity.WARN end, vim.diagnostic.get(0))
  end
  vim.wait(10000, function() return #wrong() > 0 end, 20)
  seen.diagnostics = vim.tbl_map(function(one)
    return { line = one.lnum, column = one.col, message = one.message }
  end, wrong())

  local function ask(method, params)
    params = vim.tbl_extend('force', { textDocument = vim.lsp.util.make_text_document_params() }, params)
    local reply = client.request_sync(method, params, 10000, 0) or { err = 'no answer' }
    if reply.err then error(method .. ': ' .. vim.inspect(reply.err)) end
    return reply.result
  end
  local list = ask('textDocument/completion', { position = position })
  seen.completions = vim.tbl_map(function(item) return item.label end, list.items or list)
  seen.hover = ask('textDocument/hover', { position = position })

  local first = vim.tbl_filter(function(one) return one.message:find('MultiEdit') ~= nil end, wrong())[1]
  local range = {
    start = { line = first.lnum, character = first.col },
    ['end'] = { line = first.end_lnum, character = first.end_col },
  }
  local diagnostic = { range = range, severity = first.severity, code = first.code, source = first.source, message = first.message }
  local actions = ask('textDocument/codeAction', { range = range, context = { diagnostics = { diagnostic }, only = { 'quickfix' } } })
  seen.actions = vim.tbl_map(function(action) return action.title end, actions)
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  seen.fixed = vim.api.nvim_buf_get_lines(0, first.lnum, first.lnum + 1, false)[1]

  -- A file that calls other agents, each in a file that is not open.
  vim.cmd('edit! ' .. vim.fn.fnameescape(vim.env.LSP_CALLER))
  vim.bo.filetype = 'markdown'
  vim.lsp.buf_attach_client(0, id)
  vim.wait(10000, function() return #wrong() > 0 end, 20)
  seen.calls = vim.tbl_map(function(one) return one.message end, wrong())
  local row, column = unpack(vim.fn.searchpos(vim.fn.escape(vim.env.LSP_CALL, '\\'), 'nw'))
  local call = { line = row - 1, character = column }
  local places = ask('textDocument/definition', { position = call })
  seen.definition = vim.tbl_map(function(place) return place.targetUri or place.uri end, places)
  local edit = ask('textDocument/rename', { position = call, newName = 'architect' })
  seen.renamed = vim.tbl_keys(edit.changes or {})
  for _, change in ipairs(edit.documentChanges or {}) do
    if change.textDocument then table.insert(seen.renamed, change.textDocument.uri) end
  end

  client.stop()
  seen.stopped = vim.wait(5000, function() return client.is_stopped() end, 20)
end

local ok, problem = pcall(main)
if not ok then seen.error = problem end
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.LSP_OUT)
vim.cmd(ok and 'qall!' or 'cquit 1')
