using System;
using System.Collections.Generic;
using Topgate.Api.Internal;

namespace Topgate.Api.Response
{
    /// <summary>
    /// The answer.
    /// <para>根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口</para>
    /// <para>Mark a user found by phone or Alipay id</para>
    /// </summary>
    public class RetailUserTagMobileAddResponse : TopResponse
    {
        /// <summary>
        /// 错误
        /// <para>Errors</para>
        /// </summary>
        public List<ErrorInfoDomain> ErrorInfos => Wire.Items(this, "error_infos", "error_info", Wire.Struct<ErrorInfoDomain>);

        /// <summary>
        /// 返回信息
        /// <para>Result</para>
        /// </summary>
        public UserTagInfoResponseDTODomain Module => Wire.Struct<UserTagInfoResponseDTODomain>(this, "module");

        /// <summary>
        /// 返回结果
        /// <para>Whether the request was processed</para>
        /// </summary>
        public bool? Result => Wire.Flag(this, "result");

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "error_infos":
                    return ErrorInfos;
                case "module":
                    return Module;
                case "result":
                    return Result;
                default:
                    return base.Documented(name);
            }
        }

        /// <summary>
        /// 错误
        /// <para>Error</para>
        /// </summary>
        public class ErrorInfoDomain : TopObject
        {
            /// <summary>
            /// 外部错误码
            /// <para>Outer code</para>
            /// </summary>
            public string OuterErrorCode => Wire.Text(this, "outer_error_code");

            /// <summary>
            /// 错误信息
            /// <para>Message</para>
            /// </summary>
            public string ErrorMessage => Wire.Text(this, "error_message");

            /// <summary>
            /// 错误码
            /// <para>Code</para>
            /// </summary>
            public string ErrorCode => Wire.Text(this, "error_code");

            /// <summary>
            /// 子错误码
            /// <para>Sub-code</para>
            /// </summary>
            public string SubErrorCode => Wire.Text(this, "sub_error_code");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "outer_error_code":
                        return OuterErrorCode;
                    case "error_message":
                        return ErrorMessage;
                    case "error_code":
                        return ErrorCode;
                    case "sub_error_code":
                        return SubErrorCode;
                    default:
                        return base.Documented(name);
                }
            }
        }

        /// <summary>
        /// 返回信息
        /// <para>Result</para>
        /// </summary>
        public class UserTagInfoResponseDTODomain : TopObject
        {
            /// <summary>
            /// 是否打标成功
            /// <para>The tag is on the user</para>
            /// </summary>
            public bool? TagSuccess => Wire.Flag(this, "tag_success");

            /// <summary>
            /// 脱敏昵称
            /// <para>Masked nick</para>
            /// </summary>
            public string SocialNick => Wire.Text(this, "social_nick");

            /// <summary>
            /// 识别用户所用的标识
            /// <para>Which identifier decided</para>
            /// </summary>
            public string UseType => Wire.Text(this, "use_type");

            protected override object Documented(string name)
            {
                switch (name)
                {
                    case "tag_success":
                        return TagSuccess;
                    case "social_nick":
                        return SocialNick;
                    case "use_type":
                        return UseType;
                    default:
                        return base.Documented(name);
                }
            }
        }
    }
}
