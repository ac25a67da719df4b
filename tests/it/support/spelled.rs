//! Other ways to write the token under proof, each made by another library than the program's.

/// Names, and values in JSON.
pub(super) const SPELLED: &[(&str, &str)] = &[
    ("base64", r#""VPWj3ktHS0ADtX/5kta0AQ==""#),
    ("base64 without padding", r#""VPWj3ktHS0ADtX/5kta0AQ""#),
    ("base64 for addresses", r#""id=VPWj3ktHS0ADtX_5kta0AQ""#),
    ("base64 in an address", r#""https://a.example/c/VPWj3ktHS0ADtX_5kta0AQ/back.png""#),
    ("base64 of a GUID", r#""3qP1VEdLQEsDtX/5kta0AQ==""#),
    ("base64 of its text", r#""NTRGNUEzREUtNEI0Ny00QjQwLTAzQjUtN0ZGOTkyRDZCNDAx""#),
    ("base64 of its digits", r#""NTRmNWEzZGU0YjQ3NGI0MDAzYjU3ZmY5OTJkNmI0MDE=""#),
    ("base64 of JSON", r#""eyJ0b2tlbiI6ICI1NEY1QTNERS00QjQ3LTRCNDAtMDNCNS03RkY5OTJENkI0MDEifQ==""#),
    (
        "base64 of UTF-16",
        r#""NQA0AEYANQBBADMARABFAC0ANABCADQANwAtADQAQgA0ADAALQAwADMAQgA1AC0ANwBGAEYAOQA5ADIARAA2AEIANAAwADEA""#,
    ),
    ("base64 twice", r#""TlRSR05VRXpSRVV0TkVJME55MDBRalF3TFRBelFqVXROMFpHT1RreVJEWkNOREF4""#),
    (
        "hex of its text",
        r#""35344635413344452d344234372d344234302d303342352d374646393932443642343031""#,
    ),
    ("hex of its digits", r#""3534663561336465346234373462343030336235376666393932643662343031""#),
    ("GUID", r#""dea3f554-474b-404b-03b5-7ff992d6b401""#),
    ("GUID in braces", r#""{DEA3F554-474B-404B-03B5-7FF992D6B401}""#),
    ("bytes from the end", r#""01b4d692f97fb503404b474bdea3f554""#),
    ("text from the end", r#""104B6D299FF7-5B30-04B4-74B4-ED3A5F45""#),
    ("halves exchanged", r#""03b57ff992d6b40154f5a3de4b474b40""#),
    ("entities", r#""54F5A3DE&#45;4B47&#45;4B40&#45;03B5&#45;7FF992D6B401""#),
    ("entities in hex", r#""54F5A3DE&#x2D;4B47&#x2D;4B40&#x2D;03B5&#x2D;7FF992D6B401""#),
    ("entities by name", r#""54F5A3DE&hyphen;4B47&hyphen;4B40&hyphen;03B5&hyphen;7FF992D6B401""#),
    (
        "all entities",
        r#""&#53;&#52;&#70;&#53;&#65;&#51;&#68;&#69;&#45;&#52;&#66;&#52;&#55;&#45;&#52;&#66;&#52;&#48;&#45;&#48;&#51;&#66;&#53;&#45;&#55;&#70;&#70;&#57;&#57;&#50;&#68;&#54;&#66;&#52;&#48;&#49;""#,
    ),
    (
        "JSON within",
        r#""{\"token\": \"54F5A3DE\\u002d4B47\\u002d4B40\\u002d03B5\\u002d7FF992D6B401\"}""#,
    ),
    (
        "JSON within JSON",
        r#""\"{\\\"a\\\": \\\"54f5a3de4b474b40\\\", \\\"b\\\": \\\"03b57ff992d6b401\\\"}\"""#,
    ),
    (
        "escapes of scripts",
        r#""\\x35\\x34\\x46\\x35\\x41\\x33\\x44\\x45\\x2d\\x34\\x42\\x34\\x37\\x2d\\x34\\x42\\x34\\x30\\x2d\\x30\\x33\\x42\\x35\\x2d\\x37\\x46\\x46\\x39\\x39\\x32\\x44\\x36\\x42\\x34\\x30\\x31""#,
    ),
    (
        "escapes of older scripts",
        r#""%u0035%u0034%u0046%u0035%u0041%u0033%u0044%u0045%u002D%u0034%u0042%u0034%u0037%u002D%u0034%u0042%u0034%u0030%u002D%u0030%u0033%u0042%u0035%u002D%u0037%u0046%u0046%u0039%u0039%u0032%u0044%u0036%u0042%u0034%u0030%u0031""#,
    ),
    ("quoted-printable", r#""54F5A3DE=2D4B47=2D4B40=2D03B5=2D7FF992D6B401""#),
    ("quoted-printable over lines", r#""54F5A3DE-4B47-4B40-0=\r\n3B5-7FF992D6B401""#),
    ("URN", r#""URN:UUID:54F5A3DE-4B47-4B40-03B5-7FF992D6B401""#),
    ("two numbers", r#"[6121979443621088064,267260462785541121]"#),
    (
        "two signed numbers",
        r#"{"mostSigBits": 6121979443621088064, "leastSigBits": 267260462785541121}"#,
    ),
    (
        "two numbers the other way",
        r#"{"low": 267260462785541121, "x": 5, "high": 6121979443621088064}"#,
    ),
    ("two numbers as text", r#"{"low": "267260462785541121", "high": "6121979443621088064"}"#),
    ("four numbers", r#"[1425384414, 1262963520, 62226425, 2463544321]"#),
    ("bytes", r#"[84, 245, 163, 222, 75, 71, 75, 64, 3, 181, 127, 249, 146, 214, 180, 1]"#),
    ("signed bytes", r#"[84, -11, -93, -34, 75, 71, 75, 64, 3, -75, 127, -7, -110, -42, -76, 1]"#),
    (
        "a buffer",
        r#"{"type": "Buffer", "data": [84, 245, 163, 222, 75, 71, 75, 64, 3, 181, 127, 249, 146, 214, 180, 1]}"#,
    ),
    (
        "codes of its signs",
        r#"[53, 52, 70, 53, 65, 51, 68, 69, 45, 52, 66, 52, 55, 45, 52, 66, 52, 48, 45, 48, 51, 66, 53, 45, 55, 70, 70, 57, 57, 50, 68, 54, 66, 52, 48, 49]"#,
    ),
    ("a number", r#"112930588020989004310010429062275052545"#),
    ("a number as text", r#""112930588020989004310010429062275052545""#),
    ("base32", r#""KT22HXSLI5FUAA5VP74ZFVVUAE======""#),
    ("base32 in small letters", r#""kt22hxsli5fuaa5vp74zfvvuae""#),
    ("base32hex", r#""AJQQ7NIB8T5K00TLFVSP5LLK04""#),
    ("Crockford's base32", r#""2MYPHXWJT79D007DBZZ69DDD01""#),
    ("base36", r#""512mt6gp57qedjcp4dkfpb20x""#),
    ("base58", r#""BVVHDjCq1QS78Mi6h7boYL""#),
    ("base62", r#""2aJc1ZEdogMz6hTSSD6bNx""#),
    ("short UUID", r#""H8dD3mfMq7dRtAipoUCzBk""#),
    (
        "digits of Arabic",
        r#""\u0665\u0664F\u0665A\u0663DE-\u0664B\u0664\u0667-\u0664B\u0664\u0660-\u0660\u0663B\u0665-\u0667FF\u0669\u0669\u0662D\u0666B\u0664\u0660\u0661""#,
    ),
    (
        "digits of mathematics",
        r#""\ud835\udfd3\ud835\udfd2F\ud835\udfd3A\ud835\udfd1DE-\ud835\udfd2B\ud835\udfd2\ud835\udfd5-\ud835\udfd2B\ud835\udfd2\ud835\udfce-\ud835\udfce\ud835\udfd1B\ud835\udfd3-\ud835\udfd5FF\ud835\udfd7\ud835\udfd7\ud835\udfd0D\ud835\udfd4B\ud835\udfd2\ud835\udfce\ud835\udfcf""#,
    ),
];
