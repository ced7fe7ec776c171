using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 随访IM发送会话
    /// <para>Send a message of a follow-up chat</para>
    /// <para>alibaba.alihealth.followup.send</para>
    /// <para>随访IM发送会话</para>
    /// <para>Send a message of a follow-up chat</para>
    /// <para>同一签名的请求 21 分钟内返回首次结果</para>
    /// <para>A request with the same signature gets the first answer for 21 minutes</para>
    /// </summary>
    public class AlibabaAlihealthFollowupSendRequest : TopRequest<AlibabaAlihealthFollowupSendResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "alibaba.alihealth.followup.send",
                "alibaba_alihealth_followup_send_response",
                Repeat.SameBytes,
                TimeSpan.FromMilliseconds(5000),
                new ApiOutcome("result1.success", "true", "result1.msg_code"),
                new KnownError(
                    true, "SESSION_NOT_FOUND", null,
                    new Bilingual("会话不存在，或本人不在会话中", "No such conversation, or the person is not a member"),
                    new Bilingual("核对 session_id 与各 ID", "Check session_id and the ids of the people"),
                    RetryKind.Never),
                new KnownError(
                    true, "SESSION_CLOSED", null,
                    new Bilingual("会话已结束", "The conversation is closed"),
                    new Bilingual("请开启新的会话", "Open a new conversation"),
                    RetryKind.Never),
                new KnownError(
                    true, "TOKEN_INVALID", null,
                    new Bilingual("auth_token 无效或与本人不符", "auth_token is invalid or belongs to somebody else"),
                    new Bilingual("请重新获取 auth_token", "Get a new auth_token"),
                    RetryKind.Never),
                new KnownError(
                    true, "TOKEN_EXPIRED", null,
                    new Bilingual("auth_token 已过期", "auth_token has expired"),
                    new Bilingual("请重新获取 auth_token", "Get a new auth_token"),
                    RetryKind.Never),
                new KnownError(
                    true, "CONTENT_REJECTED", null,
                    new Bilingual("内容不合规则", "The content breaks a rule"),
                    new Bilingual("按 msg_info 修改内容", "Change the content as msg_info says"),
                    RetryKind.Never),
                new KnownError(
                    true, "CONTENT_TYPE_NOT_ALLOWED", null,
                    new Bilingual("不支持此内容类型", "This kind of content is not allowed here"),
                    new Bilingual("文字放在 text", "Put words into text"),
                    RetryKind.Never));

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override AlibabaAlihealthFollowupSendResponse NewResponse()
        {
            return new AlibabaAlihealthFollowupSendResponse();
        }

        /// <summary>
        /// 服务入参
        /// <para>Request</para>
        /// <para>As the text that travels: JSON.</para>
        /// </summary>
        public string Request1
        {
            get => Wire.Parameter(this, "request1");
            set => SetRawMember("request1", value);
        }

        /// <summary>
        /// 服务入参
        /// <para>Request</para>
        /// </summary>
        public ChickenImDialogCreateRequestDomain Request1_
        {
            get => Wire.Struct<ChickenImDialogCreateRequestDomain>(this, "request1");
            set => SetRawMember("request1", value);
        }

        /// <summary>
        /// token用于安全验证
        /// <para>Token for the security check</para>
        /// <para>32 位十六进制或 UUID</para>
        /// <para>32 hexadecimal digits or a UUID</para>
        /// </summary>
        public string AuthToken
        {
            get => Wire.Text(this, "auth_token");
            set => SetRawMember("auth_token", value);
        }

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "request1":
                    return Request1;
                case "auth_token":
                    return AuthToken;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>
        /// 服务入参
        /// <para>Request</para>
        /// </summary>
        public class ChickenImDialogCreateRequestDomain : TopObject
        {
            /// <summary>
            /// 会话ID
            /// <para>Conversation</para>
            /// <para>32 位小写十六进制</para>
            /// <para>32 lower-case hexadecimal digits</para>
            /// </summary>
            public string SessionId
            {
                get => Wire.Text(this, "session_id");
                set => SetRawMember("session_id", value);
            }

            /// <summary>
            /// 医生ID或医生组ID
            /// <para>Doctor or group of doctors</para>
            /// <para>1–19 位数字</para>
            /// <para>1 to 19 digits</para>
            /// </summary>
            public string BtermUserId
            {
                get => Wire.Text(this, "bterm_user_id");
                set => SetRawMember("bterm_user_id", value);
            }

            /// <summary>
            /// 就诊人ID
            /// <para>Patient</para>
            /// <para>1–19 位数字</para>
            /// <para>1 to 19 digits</para>
            /// </summary>
            public string CtermUserId
            {
                get => Wire.Text(this, "cterm_user_id");
                set => SetRawMember("cterm_user_id", value);
            }

            /// <summary>
            /// 谁发的
            /// <para>Who speaks: 1 patient, 2 doctor</para>
            /// <para>1 患者，2 医生</para>
            /// <para>1 patient, 2 doctor</para>
            /// <para>Documented: 1, 2</para>
            /// </summary>
            public string RsType
            {
                get => Wire.Text(this, "rs_type");
                set => SetRawMember("rs_type", value);
            }

            /// <summary>
            /// 内容
            /// <para>The message as a JSON object</para>
            /// <para>JSON 对象文本，≤16KB；文字放在 text，1–2000 字</para>
            /// <para>Text of a JSON object up to 16 KB; words go into text, 1 to 2,000 characters</para>
            /// </summary>
            public string Content
            {
                get => Wire.Text(this, "content");
                set => SetRawMember("content", value);
            }

            /// <summary>
            /// 医生自己的id
            /// <para>The doctor who speaks</para>
            /// <para>bterm_user_id 为医生组时必填</para>
            /// <para>Needed when bterm_user_id is a group</para>
            /// </summary>
            public string UserId
            {
                get => Wire.Text(this, "user_id");
                set => SetRawMember("user_id", value);
            }

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "session_id":
                        return SessionId;
                    case "bterm_user_id":
                        return BtermUserId;
                    case "cterm_user_id":
                        return CtermUserId;
                    case "rs_type":
                        return RsType;
                    case "content":
                        return Content;
                    case "user_id":
                        return UserId;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
