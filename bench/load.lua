-- One signed body after another from a file of bodies of equal length; every answer is looked at,
-- for every server alike. Arguments after the address: the file, the length of a body, what a good
-- answer holds.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  bodies = assert(io.open(args[1], 'rb'))
  length = tonumber(args[2])
  success = args[3]
  local headers = { ['Content-Type'] = 'application/x-www-form-urlencoded;charset=UTF-8' }
  local sample = wrk.format('POST', '/router/rest', headers, string.rep('x', length))
  head = sample:sub(1, #sample - length)
  non_success, repeated = 0, 0
end

function request()
  local body = bodies:read(length)
  if body == nil then
    repeated = repeated + 1
    bodies:seek('set', 0)
    body = bodies:read(length)
  end
  return head .. body
end

function response(status, headers, body)
  if status ~= 200 or not body:find(success, 1, true) then
    non_success = non_success + 1
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"answers":%d,"seconds":%.6f,"p50Ms":%.3f,"p99Ms":%.3f,"nonSuccess":%d,"repeated":%d,"lost":%d}\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    threads[1]:get('non_success'), threads[1]:get('repeated'),
    errors.connect + errors.read + errors.write + errors.timeout))
end
