-- SPDX-License-Identifier: MIT
-- For wrk: POSTs a 600-byte event with headers as a Connector sends them, each with an object id and a
-- correlation id of its own. The ids are in no order, as real ones are: that is what an index has to bear.
local threads = 0
function setup(thread)
    thread:set("thread_number", threads)
    threads = threads + 1
end

local n, head, middle, tail, run

function init(args)
    run = string.format("%02x%s", thread_number, args[1] or "0000")
    local peer = "did:e:bench.example:dids:5cbb6c2ee5d4a3f7e9d1b0"
    middle = "\r\n\r\n" .. '{"data":{"id":"MSG'
    tail = '","isOwn":false,"content":{"@type":"Mail","to":["did:e:bench.example:dids:0a1b2c3d4e5f60718293a4"],"cc":[],'
        .. '"subject":"Certificate of enrolment","body":"'
    local close = '"},"createdBy":"' .. peer .. '","createdByDevice":"DVCq8Zr2LmT0vXa1cBd3",'
        .. '"recipients":[{"address":"did:e:bench.example:dids:0a1b2c3d4e5f60718293a4","relationshipId":"RELq8Zr2LmT0vXa1cBd3"}],'
        .. '"createdAt":"2026-11-23T21:47:17.085Z","attachments":[]},"trigger":"transport.messageReceived"}'
    local length = 600
    local text = "Dear Ms Weiss, please find the certificate attached. "
    local missing = length - (#'{"data":{"id":"MSG' + 17) - #tail - #close
    tail = tail .. text:rep(math.ceil(missing / #text)):sub(1, missing) .. close
    head = "POST /bench HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port .. "\r\n"
        .. "accept: application/json, text/plain, */*\r\ncontent-type: application/json\r\n"
        .. "user-agent: axios/1.21.1\r\naccept-encoding: gzip, compress, deflate, br\r\n"
        .. "content-length: " .. length .. "\r\nconnection: keep-alive\r\nx-correlation-id: 30e93923-c7fc-47c6-"
    n = 0
end

function request()
    n = n + 1
    -- An odd factor visits every 32-bit number once.
    local id = string.format("%08x%s", n * 1566083941 % 4294967296, run)
    return head .. id .. middle .. id .. "000" .. tail
end

function done(summary)
    local e = summary.errors
    io.write(string.format("RESULT %d %d %.1f\n", summary.requests,
        e.connect + e.read + e.write + e.status + e.timeout, summary.requests / summary.duration * 1e6))
end
