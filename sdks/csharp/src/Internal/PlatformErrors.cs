using System;
using System.Collections.Generic;

namespace Topgate.Api.Internal
{
    /// <summary>The refusals that every call can meet.</summary>
    internal static class PlatformErrors
    {
        internal static readonly KnownError[] All =
        {
            new KnownError(
                false, "7", "accesscontrol.limited-by-app-access-count",
                new Bilingual("应用的调用频率或次数超限", "The app called more often than its limits allow"),
                new Bilingual("按 sub_msg 里的秒数等待后重试", "Wait for the seconds named in sub_msg, then send again"),
                RetryKind.Later),
            new KnownError(
                false, "7", "accesscontrol.limited-by-app-api-access-count",
                new Bilingual("应用调用此 API 的频率超限", "The app called this API more often than its limit allows"),
                new Bilingual("按 sub_msg 里的秒数等待后重试", "Wait for the seconds named in sub_msg, then send again"),
                RetryKind.Later),
            new KnownError(
                false, "7", "accesscontrol.limited-by-api-access-count",
                new Bilingual("此 API 的总调用频率超限", "All apps together called this API more often than its limit allows"),
                new Bilingual("按 sub_msg 里的秒数等待后重试", "Wait for the seconds named in sub_msg, then send again"),
                RetryKind.Later),
            new KnownError(
                false, "4", "accesscontrol.limited-by-user-access-count",
                new Bilingual("此用户调用此 API 的频率超限", "This user called this API more often than it allows each user"),
                new Bilingual("按 sub_msg 里的秒数等待后重试", "Wait for the seconds named in sub_msg, then send again"),
                RetryKind.Later),
            new KnownError(
                false, "5", "accesscontrol.limited-by-session-access-count",
                new Bilingual("应用以此用户的授权调用的频率超限", "The app called with the session of this user more often than it may"),
                new Bilingual("按 sub_msg 里的秒数等待后重试", "Wait for the seconds named in sub_msg, then send again"),
                RetryKind.Later),
            new KnownError(
                false, "7", "accesscontrol.limited-by-dynamic-access-count",
                new Bilingual("同一地址在一分钟内有太多请求未通过签名验证", "Too many calls from this address failed before or at the signature within a minute"),
                new Bilingual("按 sub_msg 里的秒数等待，并先修正签名再重试", "Wait for the seconds named in sub_msg, and mend the signature before sending again"),
                RetryKind.Later),
            new KnownError(
                false, "7", "accesscontrol.limited-by-probe-guard",
                new Bilingual("此来源查询的用户中查不到的太多，或号码连续，疑似试探", "Too many people whom the source asked for were not found, or their numbers are consecutive"),
                new Bilingual("按 sub_msg 里的秒数等待；只传确有其人的标识，或请平台调整此来源的限制", "Wait for the seconds named in sub_msg; send people you know, or have the limit of the source changed"),
                RetryKind.Later),
            new KnownError(
                false, "9", null,
                new Bilingual("HTTP 方法不被支持", "The HTTP method is not supported"),
                new Bilingual("请使用 POST（推荐）或 GET", "Use POST (recommended) or GET"),
                RetryKind.Never),
            new KnownError(
                false, "10", "isp.top-remote-service-unavailable",
                new Bilingual("系统繁忙，请求在执行前被拒绝", "The node is busy and refused the call before starting it"),
                new Bilingual("稍后原样重试", "Send the same call again a little later"),
                RetryKind.SameRequest),
            new KnownError(
                false, "11", "isv.permission-api-package-limit",
                new Bilingual("应用没有包含此 API 的权限包", "The app has no permission package that contains this API"),
                new Bilingual("请平台为应用开通此权限包", "Ask the platform owner to grant the package to the app"),
                RetryKind.Never),
            new KnownError(
                false, "11", "isv.permission-api-package-empty",
                new Bilingual("应用没有任何权限包", "The app has no permission package at all"),
                new Bilingual("请平台为应用开通权限包", "Ask the platform owner to grant a package to the app"),
                RetryKind.Never),
            new KnownError(
                false, "11", "isv.permission-api-package-not-allowed",
                new Bilingual("此 API 不对测试应用开放", "The API is closed to apps of the group test"),
                new Bilingual("请平台把应用转为正式应用", "Ask the platform owner to move the app to the group formal"),
                RetryKind.Never),
            new KnownError(
                false, "11", "isv.permission-ip-whitelist-limit",
                new Bilingual("调用方地址不在应用的 IP 白名单内", "The caller address is not on the allow-list of the app"),
                new Bilingual("从白名单内的地址调用，或请平台加入此地址", "Call from an allowed address, or have it added"),
                RetryKind.Never),
            new KnownError(
                false, "12", null,
                new Bilingual("用户没有授予所需权限", "The user has not granted the scope that this API needs"),
                new Bilingual("请用户重新授权", "Ask the user to authorise again"),
                RetryKind.NewSession),
            new KnownError(
                false, "21", null,
                new Bilingual("缺少 method 参数", "The parameter method is missing"),
                new Bilingual("http传入的参数加入method字段", "Send the name of the API as the parameter method"),
                RetryKind.Never),
            new KnownError(
                false, "22", null,
                new Bilingual("没有此 API", "There is no API of this name"),
                new Bilingual("请按文档核对 method，区分大小写，首尾不能有空格", "Check method against the documentation: letter case counts, and blanks at its ends"),
                RetryKind.Never),
            new KnownError(
                false, "23", null,
                new Bilingual("format 不被支持", "The value of format is not supported"),
                new Bilingual("format 只能是 json 或 xml（小写）", "format is json or xml, in lower case"),
                RetryKind.Never),
            new KnownError(
                false, "24", null,
                new Bilingual("缺少 sign 参数", "The parameter sign is missing"),
                new Bilingual("请按签名规则计算 sign 并随请求发送", "Compute sign by the signing rules and send it"),
                RetryKind.Never),
            new KnownError(
                false, "25", null,
                new Bilingual("签名与参数不符", "The signature does not fit the parameters"),
                new Bilingual("核对 AppSecret、sign_method、参数排序与 UTF-8 编码", "Check the secret, sign_method, the order of names and UTF-8"),
                RetryKind.Never),
            new KnownError(
                false, "25", "isv.request-replay-error",
                new Bilingual("同一签名已用于另一组参数", "This signature was already used with other parameters"),
                new Bilingual("用新的 timestamp 重新签名", "Sign again with a new timestamp"),
                RetryKind.Never),
            new KnownError(
                false, "26", null,
                new Bilingual("此 API 需要用户授权", "This API needs the authorisation of a user"),
                new Bilingual("请加上 session 参数（用户授权后得到的 SessionKey）", "Send the session key that a user granted as the parameter session"),
                RetryKind.Never),
            new KnownError(
                false, "27", "session-is-blank",
                new Bilingual("session 为空", "session is blank"),
                new Bilingual("请传入用户授权后得到的 SessionKey", "Send the session key that a user granted"),
                RetryKind.Never),
            new KnownError(
                false, "27", "invalid-sessionkey",
                new Bilingual("SessionKey非法", "session is not a session key"),
                new Bilingual("请传入授权得到的 SessionKey，不要改动", "Send the session key exactly as it was issued"),
                RetryKind.Never),
            new KnownError(
                false, "27", "session-not-exist",
                new Bilingual("SessionKey 不存在或已被取消", "The session key does not exist or was revoked"),
                new Bilingual("请用户重新授权", "Ask the user to authorise again"),
                RetryKind.NewSession),
            new KnownError(
                false, "27", "session-expired",
                new Bilingual("SessionKey 已过期", "The session key has expired"),
                new Bilingual("用 refresh_token 刷新，或请用户重新授权", "Refresh it, or ask the user to authorise again"),
                RetryKind.NewSession),
            new KnownError(
                false, "27", "sessionkey-not-generated-by-server",
                new Bilingual("SessionKey 不属于此应用", "The session key does not belong to this app"),
                new Bilingual("请使用本应用得到的 SessionKey", "Use a session key that was issued to this app"),
                RetryKind.Never),
            new KnownError(
                false, "28", null,
                new Bilingual("缺少 app_key 参数", "The parameter app_key is missing"),
                new Bilingual("请传入 app_key（小写）", "Send app_key, in lower case"),
                RetryKind.Never),
            new KnownError(
                false, "29", "isv.appkey-not-exists",
                new Bilingual("app_key 不存在或已停用", "The app key does not exist or is disabled"),
                new Bilingual("请核对 app_key，或请平台启用应用", "Check app_key, or have the app enabled"),
                RetryKind.Never),
            new KnownError(
                false, "30", null,
                new Bilingual("缺少 timestamp 参数", "The parameter timestamp is missing"),
                new Bilingual("请传入北京时间 yyyy-MM-dd HH:mm:ss", "Send Beijing time as yyyy-MM-dd HH:mm:ss"),
                RetryKind.Never),
            new KnownError(
                false, "31", null,
                new Bilingual("timestamp 格式不对，或与北京时间相差超过 10 分钟", "Malformed, or over 10 minutes off"),
                new Bilingual("请传入当前北京时间 yyyy-MM-dd HH:mm:ss", "Send the present Beijing time"),
                RetryKind.Never),
            new KnownError(
                false, "32", null,
                new Bilingual("缺少 v 参数", "The parameter v is missing"),
                new Bilingual("请传入 v=2.0", "Send v=2.0"),
                RetryKind.Never),
            new KnownError(
                false, "33", null,
                new Bilingual("v 的格式不对", "The value of v is malformed"),
                new Bilingual("请传入 v=2.0", "Send v=2.0"),
                RetryKind.Never),
            new KnownError(
                false, "34", null,
                new Bilingual("不支持此协议版本", "This version of the protocol is not supported"),
                new Bilingual("请传入 v=2.0", "Send v=2.0"),
                RetryKind.Never),
            new KnownError(
                false, "40", null,
                new Bilingual("缺少必填参数", "A required parameter is missing"),
                new Bilingual("请补上 msg 里指出的参数", "Send the parameter that msg names"),
                RetryKind.Never),
            new KnownError(
                false, "41", null,
                new Bilingual("参数类型不对，或不是此 API 的参数", "Wrong type, or not a parameter of this API"),
                new Bilingual("请按文档核对 msg 里指出的参数", "Check the parameter that msg names"),
                RetryKind.Never),
            new KnownError(
                false, "43", null,
                new Bilingual("参数的写法无法接受", "The parameters cannot be accepted as written"),
                new Bilingual("见 sub_msg", "See sub_msg"),
                RetryKind.Never),
            new KnownError(
                false, "47", null,
                new Bilingual("请求不是合法的 UTF-8", "The request is not valid UTF-8"),
                new Bilingual("参数值请用 UTF-8 编码后再做 URL 编码", "Encode values as UTF-8, then percent-encode them"),
                RetryKind.Never),
            new KnownError(
                false, "50", "isv.invalid-parameter",
                new Bilingual("非法参数", "A value breaks a rule of the API"),
                new Bilingual("请按 sub_msg 修改后再发送", "Change what sub_msg names, then send again"),
                RetryKind.Never),
            new KnownError(
                false, "50", "isp.remote-service-error",
                new Bilingual("服务暂时出错，请求没有被确认", "The service failed; the call is not acknowledged"),
                new Bilingual("稍后原样重试，不会重复生效", "Send the same call again later; it takes effect once"),
                RetryKind.SameRequest),
            new KnownError(
                false, "50", "isp.remote-service-timeout",
                new Bilingual("服务超时，结果未知", "The service took too long; the outcome is unknown"),
                new Bilingual("稍后原样重试，不会重复生效", "Send the same call again later; it takes effect once"),
                RetryKind.SameRequest),
            new KnownError(
                false, "53", "session-security-level-expired",
                new Bilingual("此 API 属于 r2 或 w2 安全级别，用户的短授权已过期", "The API is of the security class r2 or w2, for which the consent of the user is too old"),
                new Bilingual("请用户重新授权；刷新 SessionKey 不能延长短授权", "Ask the user to authorise again; a refreshed session key does not renew these classes"),
                RetryKind.NewSession),
            new KnownError(
                false, "53", null,
                new Bilingual("应用要求更强的签名算法", "The app demands a stronger sign_method"),
                new Bilingual("请改用 sign_method=hmac-sha256", "Use sign_method=hmac-sha256"),
                RetryKind.Never)};
    }
}
