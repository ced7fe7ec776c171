package io.topgate.api.response;

import io.topgate.api.TaobaoObject;
import io.topgate.api.TaobaoResponse;
import io.topgate.api.internal.Wire;
import java.util.List;

/**
 * The answer.
 * <p>根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口
 * <p>Mark a user found by phone or Alipay id
 */
public class RetailUserTagMobileAddResponse extends TaobaoResponse {
  /**
   * 错误
   * <p>Errors
   */
  public List<ErrorInfo> getErrorInfos() {
    return Wire.list(this, "error_infos", "error_info", (item, name) -> Wire.struct(item, name, ErrorInfo.class, ErrorInfo::new));
  }

  /**
   * 返回信息
   * <p>Result
   */
  public UserTagInfoResponseDTO getModule() {
    return Wire.struct(this, "module", UserTagInfoResponseDTO.class, UserTagInfoResponseDTO::new);
  }

  /**
   * 返回结果
   * <p>Whether the request was processed
   */
  public Boolean getResult() {
    return Wire.flag(this, "result");
  }

  @Override
  protected Object documented(String name) {
    return switch (name) {
      case "error_infos" -> getErrorInfos();
      case "module" -> getModule();
      case "result" -> getResult();
      default -> super.documented(name);
    };
  }

  /**
   * 错误
   * <p>Error
   */
  public static class ErrorInfo extends TaobaoObject {
    /**
     * 外部错误码
     * <p>Outer code
     */
    public String getOuterErrorCode() {
      return Wire.text(this, "outer_error_code");
    }

    /**
     * 错误信息
     * <p>Message
     */
    public String getErrorMessage() {
      return Wire.text(this, "error_message");
    }

    /**
     * 错误码
     * <p>Code
     */
    public String getErrorCode() {
      return Wire.text(this, "error_code");
    }

    /**
     * 子错误码
     * <p>Sub-code
     */
    public String getSubErrorCode() {
      return Wire.text(this, "sub_error_code");
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "outer_error_code" -> getOuterErrorCode();
        case "error_message" -> getErrorMessage();
        case "error_code" -> getErrorCode();
        case "sub_error_code" -> getSubErrorCode();
        default -> super.documented(name);
      };
    }
  }

  /**
   * 返回信息
   * <p>Result
   */
  public static class UserTagInfoResponseDTO extends TaobaoObject {
    /**
     * 是否打标成功
     * <p>The tag is on the user
     */
    public Boolean getTagSuccess() {
      return Wire.flag(this, "tag_success");
    }

    /**
     * 脱敏昵称
     * <p>Masked nick
     */
    public String getSocialNick() {
      return Wire.text(this, "social_nick");
    }

    /**
     * 识别用户所用的标识
     * <p>Which identifier decided
     */
    public String getUseType() {
      return Wire.text(this, "use_type");
    }

    @Override
    protected Object documented(String name) {
      return switch (name) {
        case "tag_success" -> getTagSuccess();
        case "social_nick" -> getSocialNick();
        case "use_type" -> getUseType();
        default -> super.documented(name);
      };
    }
  }
}
