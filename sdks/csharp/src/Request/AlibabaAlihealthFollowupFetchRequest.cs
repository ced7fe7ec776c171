using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 随访IM会话轮询
    /// <para>Read the messages of a follow-up chat</para>
    /// <para>alibaba.alihealth.followup.fetch</para>
    /// <para>按时间戳读取会话消息，不漏不重；没有新消息时返回空列表</para>
    /// <para>Reads the messages of a conversation by their stamps, none skipped, none repeated; an empty list when there is nothing new</para>
    /// <para>查询，可随时重复</para>
    /// <para>A query; repeat at will</para>
    /// </summary>
    public class AlibabaAlihealthFollowupFetchRequest : TopRequest<AlibabaAlihealthFollowupFetchResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "alibaba.alihealth.followup.fetch",
                "alibaba_alihealth_followup_fetch_response",
                Repeat.Free,
                TimeSpan.FromMilliseconds(13000),
                new ApiOutcome("result1.success", "true", "result1.msg_code"),
                new KnownError(
                    true, "SESSION_NOT_FOUND", null,
                    new Bilingual("会话不存在，或本人不在会话中", "No such conversation, or the person is not a member"),
                    new Bilingual("核对 session_id 与各 ID", "Check session_id and the ids of the people"),
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
                    RetryKind.Never));

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override AlibabaAlihealthFollowupFetchResponse NewResponse()
        {
            return new AlibabaAlihealthFollowupFetchResponse();
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
        public ChickenIMDialogRequestDomain Request1_
        {
            get => Wire.Struct<ChickenIMDialogRequestDomain>(this, "request1");
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
        public class ChickenIMDialogRequestDomain : TopObject
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
            /// 获取类型
            /// <para>Direction: 1 newer than last_time_stamp, 2 older</para>
            /// <para>1 取更新的消息，由旧到新；2 取更早的消息，由新到旧；默认 1</para>
            /// <para>1 newer messages, oldest first; 2 older messages, newest first; default 1</para>
            /// <para>Documented: 1, 2</para>
            /// </summary>
            public string FetchType
            {
                get => Wire.Text(this, "fetch_type");
                set => SetRawMember("fetch_type", value);
            }

            /// <summary>
            /// 上次时间戳
            /// <para>Where to go on: time_stamp of the last message of the page before</para>
            /// <para>上一页最后一条的 time_stamp；0 或不传：类型 1 从头开始，类型 2 从最新开始</para>
            /// <para>time_stamp of the last item of the page before; 0 or absent: type 1 from the start, type 2 from the newest</para>
            /// </summary>
            public string LastTimeStamp
            {
                get => Wire.Text(this, "last_time_stamp");
                set => SetRawMember("last_time_stamp", value);
            }

            /// <summary>
            /// 获取数量
            /// <para>How many messages at most</para>
            /// <para>1–100，默认 10；不足此数表示已到头</para>
            /// <para>1 to 100, default 10; fewer mean that there are no more</para>
            /// </summary>
            public long? PageSize
            {
                get => Wire.Int64(this, "page_size");
                set => SetRawMember("page_size", value);
            }

            /// <summary>
            /// 医生自己的医生id
            /// <para>The doctor who reads</para>
            /// <para>bterm_user_id 为医生组且没有 auth_token 时，医生必填</para>
            /// <para>Needed of a doctor of a group who has no auth_token</para>
            /// </summary>
            public string UserId
            {
                get => Wire.Text(this, "user_id");
                set => SetRawMember("user_id", value);
            }

            /// <summary>
            /// 1患者发2医生发
            /// <para>Who reads: 1 patient, 2 doctor</para>
            /// <para>不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者</para>
            /// <para>Absent: as auth_token says; without one, a doctor when user_id is there, else the patient</para>
            /// <para>Documented: 1, 2</para>
            /// </summary>
            public string RsType
            {
                get => Wire.Text(this, "rs_type");
                set => SetRawMember("rs_type", value);
            }

            /// <summary>
            /// 没有新消息时最多等待的秒数
            /// <para>How long to wait for a new message when there is none</para>
            /// <para>0–10，默认 0（立即返回）；只对 fetch_type 1 有效</para>
            /// <para>0 to 10, default 0 (answer at once); only for fetch_type 1</para>
            /// </summary>
            public long? WaitSeconds
            {
                get => Wire.Int64(this, "wait_seconds");
                set => SetRawMember("wait_seconds", value);
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
                    case "fetch_type":
                        return FetchType;
                    case "last_time_stamp":
                        return LastTimeStamp;
                    case "page_size":
                        return PageSize;
                    case "user_id":
                        return UserId;
                    case "rs_type":
                        return RsType;
                    case "wait_seconds":
                        return WaitSeconds;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
