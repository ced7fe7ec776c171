using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>随访IM发送会话</para>
    /// <para>Send a message of a follow-up chat</para>
    /// </summary>
    public class AlibabaAlihealthFollowupSendResponse : TopResponse
    {
        /// <summary>
        /// 接口返回model
        /// <para>Result</para>
        /// </summary>
        public ResultDomain Result1 => Wire.Struct<ResultDomain>(this, "result1");

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "result1":
                    return Result1;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>
        /// 将本次发送的内容重新返回给调用方
        /// <para>What was sent, as stored</para>
        /// </summary>
        public class DialogVoDomain : TopObject
        {
            /// <summary>
            /// 内容格式
            /// <para>1 text, 2 picture, 3 audio, 31 summary of the doctor</para>
            /// </summary>
            public long? ContentType => Wire.Int64(this, "content_type");

            /// <summary>
            /// 自己本次发送的会话内容
            /// <para>The content as sent, byte for byte</para>
            /// </summary>
            public string Content => Wire.Text(this, "content");

            /// <summary>
            /// 本次发送的数据id
            /// <para>Id of the message</para>
            /// </summary>
            public string Id => Wire.Text(this, "id");

            /// <summary>
            /// 本次发送的时间戳
            /// <para>Stamp in epoch milliseconds, strictly increasing in the conversation</para>
            /// </summary>
            public string TimeStamp => Wire.Text(this, "time_stamp");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "content_type":
                        return ContentType;
                    case "content":
                        return Content;
                    case "id":
                        return Id;
                    case "time_stamp":
                        return TimeStamp;
                    default:
                        return base.Documented(name);
                }
            }
        }

        /// <summary>
        /// 接口返回model
        /// <para>Result</para>
        /// </summary>
        public class ResultDomain : TopObject
        {
            /// <summary>
            /// 是否成功
            /// <para>Whether it succeeded</para>
            /// </summary>
            public bool? Success => Wire.Flag(this, "success");

            /// <summary>
            /// msgCode
            /// <para>Code; SUCCESS on success</para>
            /// </summary>
            public string MsgCode => Wire.Text(this, "msg_code");

            /// <summary>
            /// msgInfo
            /// <para>Message</para>
            /// </summary>
            public string MsgInfo => Wire.Text(this, "msg_info");

            /// <summary>
            /// 将本次发送的内容重新返回给调用方
            /// <para>What was sent, as stored</para>
            /// </summary>
            public DialogVoDomain Model => Wire.Struct<DialogVoDomain>(this, "model");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "success":
                        return Success;
                    case "msg_code":
                        return MsgCode;
                    case "msg_info":
                        return MsgInfo;
                    case "model":
                        return Model;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
