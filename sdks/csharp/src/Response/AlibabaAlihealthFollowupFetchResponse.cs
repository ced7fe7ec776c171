using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>随访IM会话轮询</para>
    /// <para>Read the messages of a follow-up chat</para>
    /// </summary>
    public class AlibabaAlihealthFollowupFetchResponse : TopResponse
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
        /// 内容
        /// <para>The known members of the content</para>
        /// </summary>
        public class DialogContentVoDomain : TopObject
        {
            /// <summary>
            /// 内容文本
            /// <para>Words</para>
            /// </summary>
            public string Text => Wire.Text(this, "text");

            /// <summary>
            /// 内容标题
            /// <para>Title</para>
            /// </summary>
            public string Title => Wire.Text(this, "title");

            /// <summary>
            /// 音频url
            /// <para>Address of the audio</para>
            /// </summary>
            public string Radio => Wire.Text(this, "radio");

            /// <summary>
            /// 音频秒数
            /// <para>Seconds of the audio</para>
            /// </summary>
            public string RadioTime => Wire.Text(this, "radio_time");

            /// <summary>
            /// 图片url
            /// <para>Address of the picture; several as a JSON array</para>
            /// </summary>
            public string Pic => Wire.Text(this, "pic");

            /// <summary>
            /// 诊断
            /// <para>Diagnosis</para>
            /// </summary>
            public string Diagnose => Wire.Text(this, "diagnose");

            /// <summary>
            /// 建议
            /// <para>Advice</para>
            /// </summary>
            public string Advice => Wire.Text(this, "advice");

            /// <summary>
            /// 发送时间
            /// <para>Time as the sender gave it</para>
            /// </summary>
            public string SendTime => Wire.Text(this, "send_time");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "text":
                        return Text;
                    case "title":
                        return Title;
                    case "radio":
                        return Radio;
                    case "radio_time":
                        return RadioTime;
                    case "pic":
                        return Pic;
                    case "diagnose":
                        return Diagnose;
                    case "advice":
                        return Advice;
                    case "send_time":
                        return SendTime;
                    default:
                        return base.Documented(name);
                }
            }
        }

        /// <summary>
        /// 一条消息
        /// <para>A message</para>
        /// </summary>
        public class ModelDomain : TopObject
        {
            /// <summary>
            /// 会话内容
            /// <para>The content as sent, byte for byte</para>
            /// </summary>
            public string Content => Wire.Text(this, "content");

            /// <summary>
            /// 内容格式
            /// <para>1 text, 2 picture, 3 audio, 31 summary of the doctor, 40 recalled, 0 unknown</para>
            /// </summary>
            public string ContentType => Wire.Text(this, "content_type");

            /// <summary>
            /// 消息ID
            /// <para>Id of the message; of a recalled one, the id under which it was sent</para>
            /// </summary>
            public string Id => Wire.Text(this, "id");

            /// <summary>
            /// 时间戳
            /// <para>Stamp in epoch milliseconds, strictly increasing in the conversation</para>
            /// </summary>
            public string TimeStamp => Wire.Text(this, "time_stamp");

            /// <summary>
            /// 1患者发的2医生发的
            /// <para>Who sent it: 1 patient, 2 doctor</para>
            /// </summary>
            public string RsType => Wire.Text(this, "rs_type");

            /// <summary>
            /// 内容
            /// <para>The known members of the content</para>
            /// </summary>
            public DialogContentVoDomain DialogContentVO => Wire.Struct<DialogContentVoDomain>(this, "dialog_content_v_o");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "content":
                        return Content;
                    case "content_type":
                        return ContentType;
                    case "id":
                        return Id;
                    case "time_stamp":
                        return TimeStamp;
                    case "rs_type":
                        return RsType;
                    case "dialog_content_v_o":
                        return DialogContentVO;
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
            /// 会话列表
            /// <para>The messages, in the order of fetch_type</para>
            /// <para>≤100 项</para>
            /// <para>Up to 100 items</para>
            /// </summary>
            public List<ModelDomain> DialogList => Wire.Items(this, "dialog_list", "model", Wire.Struct<ModelDomain>);

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
                    case "dialog_list":
                        return DialogList;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
