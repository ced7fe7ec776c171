using System;
using System.Collections.Generic;
using Topgate.Api.Internal;
using Topgate.Api.Response;

namespace Topgate.Api.Request
{
    /// <summary>
    /// 根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口
    /// <para>Mark a user found by phone or Alipay id</para>
    /// <para>taobao.retail.user.tag.mobile.add</para>
    /// <para>根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口</para>
    /// <para>Mark a user found by phone or Alipay id, for external sources</para>
    /// <para>同一标签、用户、来源只有一个标记，重复调用返回成功</para>
    /// <para>One mark per tag, user and source; a repeat succeeds</para>
    /// </summary>
    public class RetailUserTagMobileAddRequest : TopRequest<RetailUserTagMobileAddResponse>
    {
        private static readonly ApiFacts Facts =
            new ApiFacts(
                "taobao.retail.user.tag.mobile.add",
                "retail_user_tag_mobile_add_response",
                Repeat.SameBytes,
                TimeSpan.FromMilliseconds(5000),
                new ApiOutcome("module.tag_success", "true", "error_infos.0.outer_error_code"),
                new KnownError(
                    true, "INVALID_PARAMETER", null,
                    new Bilingual("输入参数错误", "A parameter breaks a rule"),
                    new Bilingual("按 error_message 指出的参数修改", "Change the parameter that error_message names"),
                    RetryKind.Never),
                new KnownError(
                    true, "BIZ_CODE_NOT_AUTHORIZED", null,
                    new Bilingual("biz_code 未登记到此应用", "biz_code is not registered to this app"),
                    new Bilingual("请平台登记 biz_code", "Have the biz_code registered"),
                    RetryKind.Never),
                new KnownError(
                    true, "SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT", null,
                    new Bilingual("未查询到淘宝账号", "No account was found"),
                    new Bilingual("核对用户标识；不要频繁重试", "Check the identifiers; repeating soon does not help"),
                    RetryKind.Never),
                new KnownError(
                    true, "IDENTITY_CONFLICT", null,
                    new Bilingual("多个标识指向不同账号", "The identifiers belong to different accounts"),
                    new Bilingual("只传能确定此人的标识", "Send only identifiers that belong to this person"),
                    RetryKind.Never),
                new KnownError(
                    true, "MULTI_ACCOUNT", null,
                    new Bilingual("此手机号对应多个账号且没有主账号", "The phone number has several accounts and none is the primary one"),
                    new Bilingual("请改用支付宝ID或 openid", "Use the Alipay id or the open id"),
                    RetryKind.Never),
                new KnownError(
                    true, "USER_REFUSED", null,
                    new Bilingual("用户不接受打标", "The user wants no tags"),
                    new Bilingual("不要再为此用户打标", "Do not tag this user again"),
                    RetryKind.Never),
                new KnownError(
                    true, "TAG_NOT_ACTIVE", null,
                    new Bilingual("标签不存在、未开始或已结束", "The tag does not exist, has not started or has ended"),
                    new Bilingual("核对 tagCode，或请平台调整标签时间", "Check tagCode, or have the time of the tag changed"),
                    RetryKind.Never),
                new KnownError(
                    true, "TAG_REMOVED", null,
                    new Bilingual("标签已在 eventTime 之后被移除", "The tag was removed after eventTime"),
                    new Bilingual("不要补打；如用户重新同意，传新的 eventTime", "Leave it; after a new consent send a new eventTime"),
                    RetryKind.Never));

        public override ApiFacts GetApiFacts()
        {
            return Facts;
        }

        public override RetailUserTagMobileAddResponse NewResponse()
        {
            return new RetailUserTagMobileAddResponse();
        }

        /// <summary>
        /// 业务来源方
        /// <para>Business source</para>
        /// <para>须登记到应用；应用只有一个时可不传</para>
        /// <para>Registered to the app; may be left out when the app has exactly one</para>
        /// </summary>
        public string BizCode
        {
            get => Wire.Text(this, "biz_code");
            set => SetRawMember("biz_code", value);
        }

        /// <summary>
        /// 识别外部用户唯一用户ID
        /// <para>Unique id of the user at the caller</para>
        /// <para>1–128 字符，不含控制字符</para>
        /// <para>1 to 128, no control characters</para>
        /// </summary>
        public string IsvUserId
        {
            get => Wire.Text(this, "isv_user_id");
            set => SetRawMember("isv_user_id", value);
        }

        /// <summary>
        /// openid
        /// <para>Open id, valid for the app it was issued to</para>
        /// <para>≤128 字符</para>
        /// <para>Up to 128 characters</para>
        /// </summary>
        public string OpenId
        {
            get => Wire.Text(this, "open_id");
            set => SetRawMember("open_id", value);
        }

        /// <summary>
        /// 支付宝ID
        /// <para>Alipay id</para>
        /// <para>2088 开头的 16 位数字</para>
        /// <para>16 digits beginning with 2088</para>
        /// </summary>
        public string AlipayUserId
        {
            get => Wire.Text(this, "alipay_user_id");
            set => SetRawMember("alipay_user_id", value);
        }

        /// <summary>
        /// 扩展信息
        /// <para>Extension</para>
        /// <para>JSON 对象文本，≤4KB；约定的成员：mobile、mobileMd5、mobileSha256、tagCode、expireTime、eventTime、consentId，其他成员原样保存</para>
        /// <para>Text of a JSON object up to 4 KB; agreed members: mobile, mobileMd5, mobileSha256, tagCode, expireTime, eventTime, consentId; others are kept</para>
        /// </summary>
        public string ExtParam
        {
            get => Wire.Text(this, "ext_param");
            set => SetRawMember("ext_param", value);
        }

        protected override object Documented(string name)
        {
            switch (name)
            {
                case "biz_code":
                    return BizCode;
                case "isv_user_id":
                    return IsvUserId;
                case "open_id":
                    return OpenId;
                case "alipay_user_id":
                    return AlipayUserId;
                case "ext_param":
                    return ExtParam;
                default:
                    return base.Documented(name);
            }
        }
    }
}
