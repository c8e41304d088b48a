-- Beacons of ever new visitors, as the trusted proxy on this machine would pass them on.
local count = 0
local headers = {
  ["content-type"] = "application/x-www-form-urlencoded",
  ["sec-fetch-site"] = "same-origin",
  ["user-agent"] = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
}
request = function()
  count = count + 1
  headers["x-forwarded-for"] = string.format("10.%d.%d.%d",
    math.floor(count / 65536) % 256, math.floor(count / 256) % 256, count % 256)
  return wrk.format("POST", "/luot-xem", headers, "path=%2Ftin-tuc")
end
