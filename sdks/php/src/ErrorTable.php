<?php

declare(strict_types=1);

namespace Topgate;

/** Remedies in Chinese and English and whether to repeat, by code and sub_code. */
final class ErrorTable
{
    public const ROWS = [
        '7 accesscontrol.limited-by-app-access-count' => ['按 sub_msg 里的秒数等待后重试', 'Wait for the seconds named in sub_msg, then send again', 'later'],
        '7 accesscontrol.limited-by-app-api-access-count' => ['按 sub_msg 里的秒数等待后重试', 'Wait for the seconds named in sub_msg, then send again', 'later'],
        '7 accesscontrol.limited-by-api-access-count' => ['按 sub_msg 里的秒数等待后重试', 'Wait for the seconds named in sub_msg, then send again', 'later'],
        '4 accesscontrol.limited-by-user-access-count' => ['按 sub_msg 里的秒数等待后重试', 'Wait for the seconds named in sub_msg, then send again', 'later'],
        '5 accesscontrol.limited-by-session-access-count' => ['按 sub_msg 里的秒数等待后重试', 'Wait for the seconds named in sub_msg, then send again', 'later'],
        '7 accesscontrol.limited-by-dynamic-access-count' => ['按 sub_msg 里的秒数等待，并先修正签名再重试', 'Wait for the seconds named in sub_msg, and mend the signature before sending again', 'later'],
        '7 accesscontrol.limited-by-probe-guard' => ['按 sub_msg 里的秒数等待；只传确有其人的标识，或请平台调整此来源的限制', 'Wait for the seconds named in sub_msg; send people you know, or have the limit of the source changed', 'later'],
        '9 ' => ['请使用 POST（推荐）或 GET', 'Use POST (recommended) or GET', 'never'],
        '10 isp.top-remote-service-unavailable' => ['稍后原样重试', 'Send the same call again a little later', 'same-request'],
        '11 isv.permission-api-package-limit' => ['请平台为应用开通此权限包', 'Ask the platform owner to grant the package to the app', 'never'],
        '11 isv.permission-api-package-empty' => ['请平台为应用开通权限包', 'Ask the platform owner to grant a package to the app', 'never'],
        '11 isv.permission-api-package-not-allowed' => ['请平台把应用转为正式应用', 'Ask the platform owner to move the app to the group formal', 'never'],
        '11 isv.permission-ip-whitelist-limit' => ['从白名单内的地址调用，或请平台加入此地址', 'Call from an allowed address, or have it added', 'never'],
        '12 ' => ['请用户重新授权', 'Ask the user to authorise again', 'new-session'],
        '21 ' => ['http传入的参数加入method字段', 'Send the name of the API as the parameter method', 'never'],
        '22 ' => ['请按文档核对 method，区分大小写，首尾不能有空格', 'Check method against the documentation: letter case counts, and blanks at its ends', 'never'],
        '23 ' => ['format 只能是 json 或 xml（小写）', 'format is json or xml, in lower case', 'never'],
        '24 ' => ['请按签名规则计算 sign 并随请求发送', 'Compute sign by the signing rules and send it', 'never'],
        '25 ' => ['核对 AppSecret、sign_method、参数排序与 UTF-8 编码', 'Check the secret, sign_method, the order of names and UTF-8', 'never'],
        '25 isv.request-replay-error' => ['用新的 timestamp 重新签名', 'Sign again with a new timestamp', 'never'],
        '26 ' => ['请加上 session 参数（用户授权后得到的 SessionKey）', 'Send the session key that a user granted as the parameter session', 'never'],
        '27 session-is-blank' => ['请传入用户授权后得到的 SessionKey', 'Send the session key that a user granted', 'never'],
        '27 invalid-sessionkey' => ['请传入授权得到的 SessionKey，不要改动', 'Send the session key exactly as it was issued', 'never'],
        '27 session-not-exist' => ['请用户重新授权', 'Ask the user to authorise again', 'new-session'],
        '27 session-expired' => ['用 refresh_token 刷新，或请用户重新授权', 'Refresh it, or ask the user to authorise again', 'new-session'],
        '27 sessionkey-not-generated-by-server' => ['请使用本应用得到的 SessionKey', 'Use a session key that was issued to this app', 'never'],
        '28 ' => ['请传入 app_key（小写）', 'Send app_key, in lower case', 'never'],
        '29 isv.appkey-not-exists' => ['请核对 app_key，或请平台启用应用', 'Check app_key, or have the app enabled', 'never'],
        '30 ' => ['请传入北京时间 yyyy-MM-dd HH:mm:ss', 'Send Beijing time as yyyy-MM-dd HH:mm:ss', 'never'],
        '31 ' => ['请传入当前北京时间 yyyy-MM-dd HH:mm:ss', 'Send the present Beijing time', 'never'],
        '32 ' => ['请传入 v=2.0', 'Send v=2.0', 'never'],
        '33 ' => ['请传入 v=2.0', 'Send v=2.0', 'never'],
        '34 ' => ['请传入 v=2.0', 'Send v=2.0', 'never'],
        '40 ' => ['请补上 msg 里指出的参数', 'Send the parameter that msg names', 'never'],
        '41 ' => ['请按文档核对 msg 里指出的参数', 'Check the parameter that msg names', 'never'],
        '43 ' => ['见 sub_msg', 'See sub_msg', 'never'],
        '47 ' => ['参数值请用 UTF-8 编码后再做 URL 编码', 'Encode values as UTF-8, then percent-encode them', 'never'],
        '50 isv.invalid-parameter' => ['请按 sub_msg 修改后再发送', 'Change what sub_msg names, then send again', 'never'],
        '50 isp.remote-service-error' => ['稍后原样重试，不会重复生效', 'Send the same call again later; it takes effect once', 'same-request'],
        '50 isp.remote-service-timeout' => ['稍后原样重试，不会重复生效', 'Send the same call again later; it takes effect once', 'same-request'],
        '53 session-security-level-expired' => ['请用户重新授权；刷新 SessionKey 不能延长短授权', 'Ask the user to authorise again; a refreshed session key does not renew these classes', 'new-session'],
        '53 ' => ['请改用 sign_method=hmac-sha256', 'Use sign_method=hmac-sha256', 'never'],
    ];
}
