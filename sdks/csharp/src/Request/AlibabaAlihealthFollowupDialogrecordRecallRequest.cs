using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 会话消息撤回
    /// <para>Recall a message of a follow-up chat</para>
    /// <para>alibaba.alihealth.followup.dialogrecord.recall</para>
    /// <para>两分钟内撤回本人发送的消息；读取方收到撤回提示，原文不再可见</para>
    /// <para>Takes back an own message within two minutes; readers get a notice of it and the words no longer</para>
    /// <para>已撤回的消息再次撤回仍返回成功</para>
    /// <para>To recall a message again succeeds again</para>
    /// </summary>
    public class AlibabaAlihealthFollowupDialogrecordRecallRequest : TopRequest<AlibabaAlihealthFollowupDialogrecordRecallResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "alibaba.alihealth.followup.dialogrecord.recall",
                "alibaba_alihealth_followup_dialogrecord_recall_response",
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
                    true, "RECORD_NOT_FOUND", null,
                    new Bilingual("没有此消息，或不是本人发送", "No such message, or somebody else sent it"),
                    new Bilingual("核对 record_id，只能撤回本人消息", "Check record_id; only own messages can be recalled"),
                    RetryKind.Never),
                new KnownError(
                    true, "RECALL_TIMEOUT", null,
                    new Bilingual("已超过撤回时限", "It is too late to recall the message"),
                    new Bilingual("发送两分钟内可撤回", "Recall within two minutes of sending"),
                    RetryKind.Never));

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override AlibabaAlihealthFollowupDialogrecordRecallResponse NewResponse()
        {
            return new AlibabaAlihealthFollowupDialogrecordRecallResponse();
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

        /// <summary>
        /// 入参model
        /// <para>Request</para>
        /// <para>As the text that travels: JSON.</para>
        /// </summary>
        public string Request1
        {
            get => Wire.Parameter(this, "request1");
            set => SetRawMember("request1", value);
        }

        /// <summary>
        /// 入参model
        /// <para>Request</para>
        /// </summary>
        public ChickenImRecordRecallDoDomain Request1_
        {
            get => Wire.Struct<ChickenImRecordRecallDoDomain>(this, "request1");
            set => SetRawMember("request1", value);
        }

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "auth_token":
                    return AuthToken;
                case "request1":
                    return Request1;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>
        /// 入参model
        /// <para>Request</para>
        /// </summary>
        public class ChickenImRecordRecallDoDomain : TopObject
        {
            /// <summary>
            /// 会话记录ID
            /// <para>Id of the message, as sending it answered</para>
            /// <para>发送时返回的 id</para>
            /// <para>The id that sending answered</para>
            /// </summary>
            public string RecordId
            {
                get => Wire.Text(this, "record_id");
                set => SetRawMember("record_id", value);
            }

            /// <summary>
            /// 医生ID
            /// <para>The doctor who recalls</para>
            /// <para>1–19 位数字</para>
            /// <para>1 to 19 digits</para>
            /// </summary>
            public string DoctorId
            {
                get => Wire.Text(this, "doctor_id");
                set => SetRawMember("doctor_id", value);
            }

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
            /// B端用户ID(单聊是医生id、群聊是组id)
            /// <para>The doctor of a single chat, the group of a group chat</para>
            /// <para>1–19 位数字</para>
            /// <para>1 to 19 digits</para>
            /// </summary>
            public string BtermUserId
            {
                get => Wire.Text(this, "bterm_user_id");
                set => SetRawMember("bterm_user_id", value);
            }

            /// <summary>
            /// 患者ID
            /// <para>Patient</para>
            /// <para>1–19 位数字</para>
            /// <para>1 to 19 digits</para>
            /// </summary>
            public string SuffererId
            {
                get => Wire.Text(this, "sufferer_id");
                set => SetRawMember("sufferer_id", value);
            }

            /// <summary>
            /// 1是患者撤回,2是医生撤回
            /// <para>Who recalls: 1 patient, 2 doctor</para>
            /// <para>1 患者，2 医生</para>
            /// <para>1 patient, 2 doctor</para>
            /// <para>Documented: 1, 2</para>
            /// </summary>
            public string RsType
            {
                get => Wire.Text(this, "rs_type");
                set => SetRawMember("rs_type", value);
            }

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "record_id":
                        return RecordId;
                    case "doctor_id":
                        return DoctorId;
                    case "session_id":
                        return SessionId;
                    case "bterm_user_id":
                        return BtermUserId;
                    case "sufferer_id":
                        return SuffererId;
                    case "rs_type":
                        return RsType;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
